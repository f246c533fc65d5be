/** A tab out of sight draws nothing until it is looked at (ms). */
const atMostMs = 250

/** Waits until what was set just now is on the screen. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    // The second frame begins when the first, in which Preact draws, is done.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
    setTimeout(resolve, atMostMs)
  })
}
