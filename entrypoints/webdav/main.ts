import { PaperboyDatabase } from '@/lib/db/database.ts'
import { answerMessages } from '@/lib/messages.ts'
import type { WebdavAccount } from '@/lib/sync-library/choices.ts'
import { syncFolder } from '@/lib/sync-library/folder.ts'

// A page that is never seen: Chromium's background opens it for as long as a sync takes.
const db = new PaperboyDatabase()

answerMessages((message) => {
  const { type, account } = message as { type: string; account: WebdavAccount }
  return type === 'syncFolder' ? syncFolder(db, account) : undefined
})
