import type { Database } from '../db/database.ts'
import { pendingPapers } from '../db/pending.ts'
import { send } from '../messages.ts'

/** Has the saved papers that wait looked up as soon as the browser is online again. */
export function fillInWhenOnline(db: Database, fail: (error: unknown) => void): void {
  const fillIn = async () => {
    const pending = await pendingPapers(db)
    if (pending.length > 0) await send('fillIn', {})
  }
  addEventListener('online', () => fillIn().catch(fail))
}
