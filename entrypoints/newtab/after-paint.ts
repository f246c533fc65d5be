/** A tab opened in the background is not painted until someone looks at it. */
const waitAtMostMs = 250

/** Does what is not needed for the first paint, once that is on the screen. */
export function afterFirstPaint(work: () => void): void {
  const once = () => {
    observer.disconnect()
    clearTimeout(timer)
    work()
  }
  const observer = new PerformanceObserver(once)
  const timer = setTimeout(once, waitAtMostMs)
  observer.observe({ type: 'paint', buffered: true })
}
