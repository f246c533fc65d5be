import type { LibraryState, LibraryStateRow } from '../model/library-state.ts'
import type { Database } from './database.ts'

/** One part of what the library remembers; undefined when it was never written. */
export async function readLibraryState<Name extends keyof LibraryState>(
  db: Database,
  name: Name,
): Promise<LibraryState[Name] | undefined> {
  const row = await db.libraryState.get(name)
  return row?.value as LibraryState[Name] | undefined
}

/** Writes one part; `undefined` takes it away. */
export async function writeLibraryState<Name extends keyof LibraryState>(
  db: Database,
  name: Name,
  value: LibraryState[Name] | undefined,
): Promise<void> {
  if (value === undefined) await db.libraryState.delete(name)
  else await db.libraryState.put({ name, value } as LibraryStateRow)
}
