import type { Database } from './database.ts'

/** Marks a paper as opened; the first time stands. */
export async function markRead(db: Database, id: string, readAt: number): Promise<void> {
  await db.transaction('rw', db.reads, async () => {
    if (!(await db.reads.get(id))) await db.reads.add({ id, readAt })
  })
}
