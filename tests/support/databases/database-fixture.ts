/** A database of one version, written without the library so that its updates change nothing. */
export interface DatabaseFixture {
  /** As the library counts it. */
  version: number
  /** What lies in each table; those of the search index can be made anew from the papers. */
  rows: Record<string, object[]>
  write(name: string): Promise<void>
}

/** Writes a database with nothing but `indexedDB`; Dexie's version times ten is the native one. */
export async function writeRaw(
  name: string,
  version: number,
  rows: Record<string, object[]>,
  createStores: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<void> {
  const request = indexedDB.open(name, version * 10)
  request.onupgradeneeded = () =>
    createStores(request.result, request.transaction as IDBTransaction)
  await settled(request, 'onsuccess')
  const database = request.result
  const transaction = database.transaction(Object.keys(rows), 'readwrite')
  for (const [store, values] of Object.entries(rows)) {
    for (const value of values) transaction.objectStore(store).put(value)
  }
  await settled(transaction, 'oncomplete')
  database.close()
}

function settled<Event extends 'onsuccess' | 'oncomplete'>(
  work: { [Name in Event]: unknown } & { onerror: unknown; error: unknown },
  event: Event,
): Promise<void> {
  return new Promise((resolve, reject) => {
    Object.assign(work, { [event]: () => resolve(), onerror: () => reject(work.error) })
  })
}
