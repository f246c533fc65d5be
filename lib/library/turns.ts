/** Less than anyone notices (ms). */
const turnMs = 24

/**
 * For work that is long: call `next` between its parts, and when they have taken a while the page,
 * or the worker, gets its turn. True when it did.
 */
export function takeTurns(): { next(): Promise<boolean> | false } {
  let began = performance.now()
  return {
    next() {
      if (performance.now() - began < turnMs) return false
      return new Promise<boolean>((resolve) => {
        setTimeout(() => {
          began = performance.now()
          resolve(true)
        })
      })
    },
  }
}
