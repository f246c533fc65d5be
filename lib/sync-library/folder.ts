import type { Database } from '../db/database.ts'
import type { MergeCounts } from '../library/merge/apply.ts'
import { openWebdav } from '../sources/webdav.ts'
import type { WebdavAccount } from './choices.ts'
import { isMachineFile } from './machine-file.ts'
import { syncWithWebdav } from './webdav-sync.ts'

/**
 * Syncs with a WebDAV folder. Only ever imported when there is one: with this comes a WebDAV
 * client larger than all else in the background.
 */
export function syncFolder(db: Database, account: WebdavAccount): Promise<MergeCounts> {
  return syncWithWebdav(db, account.url, openWebdav(account))
}

/**
 * Tries a folder out: looks into it, making it if need be, then writes a small file and takes it
 * away again. Rejects with a WebdavError that says what is wrong; resolves with how many machines
 * are there.
 */
export async function tryFolder(account: WebdavAccount): Promise<number> {
  const folder = openWebdav(account)
  const files = await folder.list()
  const name = `paperboy-test-${crypto.randomUUID()}.txt`
  await folder.write(name, new TextEncoder().encode('Paperboy can write here.\n'), undefined)
  await folder.remove(name)
  return files.filter((file) => isMachineFile(file.name)).length
}
