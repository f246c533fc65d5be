import { liveQuery } from 'dexie'

/**
 * Runs a query now and again whenever what it read changes, in this page or any other.
 * `onError` gets what a run throws; the returned function ends it.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError })
  return () => subscription.unsubscribe()
}
