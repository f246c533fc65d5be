import { liveQuery } from 'dexie'
import type { Database } from './database.ts'

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

/**
 * The same for a query of thousands of keys, of which Dexie would note every one: it is run again
 * after a write to one of the parts that it names (see `onWrite`), one run at a time.
 */
export function watchParts<T>(
  db: Database,
  parts: readonly string[],
  query: (signal: AbortSignal) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const abort = new AbortController()
  const { signal } = abort
  let isRunning = false
  let isStale = false
  const run = async () => {
    isStale = isRunning
    if (isRunning) return
    isRunning = true
    try {
      const value = await query(signal)
      if (!signal.aborted) onValue(value)
    } catch (error) {
      if (!signal.aborted) onError(error)
    } finally {
      isRunning = false
    }
    if (isStale && !signal.aborted) void run()
  }
  const stop = db.onWrite(parts, run)
  void run()
  return () => {
    stop()
    abort.abort()
  }
}
