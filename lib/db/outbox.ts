import type { OutboxRow } from '../model/outbox.ts'
import type { Database } from './database.ts'

/** What is known of papers whose sending has not come to its end. */
export async function readOutbox(db: Database, ids: readonly string[]): Promise<OutboxRow[]> {
  const rows = await db.outbox.bulkGet([...ids])
  return rows.filter((row) => row !== undefined)
}

/** Papers are about to be handed over in one session. */
export async function putIntoOutbox(
  db: Database,
  session: string,
  ids: readonly string[],
): Promise<void> {
  await db.outbox.bulkPut(ids.map((id) => ({ id, session, isThere: false })))
}

/**
 * Papers have arrived. Of others that were handed over in the same session before, Zotero had
 * those too when it `hadSession`, and none of them otherwise.
 */
export async function markArrived(
  db: Database,
  session: string,
  ids: readonly string[],
  hadSession: boolean,
): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const others = await db.outbox.where({ session }).primaryKeys()
    if (!hadSession) await db.outbox.bulkDelete(others.filter((id) => !ids.includes(id)))
    const there = hadSession ? [...new Set([...ids, ...others])] : ids
    await db.outbox.bulkPut(there.map((id) => ({ id, session, isThere: true })))
  })
}

/** Nothing need be remembered of these papers any more. */
export async function takeOutOfOutbox(db: Database, ids: readonly string[]): Promise<void> {
  await db.outbox.bulkDelete([...ids])
}
