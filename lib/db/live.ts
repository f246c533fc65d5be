import { liveQuery } from 'dexie'

/**
 * Runs a query now and again whenever what it read changes, in this page or any other.
 * `onError` gets what a run throws; the returned function ends it, and aborts the signal that
 * the query gets, for one that is long under way.
 */
export function watchQuery<T>(
  query: (signal: AbortSignal) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const abort = new AbortController()
  const subscription = liveQuery(() => query(abort.signal)).subscribe({
    next: onValue,
    error: onError,
  })
  return () => {
    // First the subscription: the end of what nobody waits for any more is no error.
    subscription.unsubscribe()
    abort.abort()
  }
}
