import { machineId } from '../db/clock.ts'
import type { Database } from '../db/database.ts'
import { readSyncState, writeSyncState } from '../db/sync-state.ts'
import { sentences, t } from '../i18n.ts'
import { applyLibrary, type MergeCounts, readLibrary } from '../library/merge/apply.ts'
import type { LibraryEntry } from '../library/merge/entry.ts'
import { storeRecords } from '../library/store-records.ts'
import type { WebdavReport } from '../model/library-report.ts'
import type { Paper } from '../model/paper.ts'
import { type RemoteFile, WebdavError, type WebdavFolder } from '../sources/webdav.ts'
import {
  decodeMachineFile,
  encodeMachineFile,
  fileNameOf,
  isMachineFile,
  MachineFileError,
} from './machine-file.ts'
import { printOf } from './print.ts'

/** How often a file that another program writes at the same time is tried again. */
const triesAtMost = 3
/** A server that tells times by the second calls a file's ETag weak for that long. */
const untilStrongMs = 1200

/**
 * Merges what other machines left in a folder, then leaves what this one knows in a file of its
 * own, if any of that did not come from there. Only a copied profile ever writes the same file:
 * then the ETag tells, and what is there is merged first. Trouble is put in the report.
 */
export async function syncWithWebdav(
  db: Database,
  url: string,
  folder: WebdavFolder,
  now = Date.now(),
): Promise<MergeCounts> {
  const before = (await readSyncState(db)).webdav
  const known = before?.url === url ? before : { url, machines: 0, etags: {} }
  const run = new Run(db, folder, known, now)
  try {
    const report = await run.run()
    await writeSyncState(db, 'webdav', { ...report, syncedAt: now })
  } catch (error) {
    if (!(error instanceof WebdavError)) throw error
    const { problem: _problem, ...kept } = known
    await writeSyncState(db, 'webdav', { ...kept, problem: error.message })
  }
  return run.counts
}

class Run {
  readonly counts: MergeCounts = { added: 0, changed: 0, released: 0 }
  readonly #db: Database
  readonly #folder: WebdavFolder
  readonly #known: WebdavReport
  readonly #now: number
  /** Files that cannot be read, each with the reason. */
  readonly #problems: string[] = []

  constructor(db: Database, folder: WebdavFolder, known: WebdavReport, now: number) {
    this.#db = db
    this.#folder = folder
    this.#known = known
    this.#now = now
  }

  async run(triesLeft = triesAtMost): Promise<WebdavReport> {
    const own = fileNameOf(await machineId(this.#db))
    const isChangedHere = printOf(await readLibrary(this.#db)) !== this.#known.print
    const files = (await this.#folder.list()).filter(({ name }) => isMachineFile(name))
    const etags = await this.#mergeChanged(files, own)
    // One that is gone may have held what no other file does.
    const isOneGone = Object.keys(this.#known.etags).some(
      (name) => !files.some((file) => file.name === name),
    )
    const ownFile = files.find(({ name }) => name === own)
    const isOwnChanged = !ownFile || !isSameTag(ownFile.etag, this.#known.etags[own])
    if (isChangedHere || isOneGone || isOwnChanged) {
      try {
        etags[own] = await this.#write(own, ownFile)
      } catch (error) {
        if (!(error instanceof WebdavError) || !error.isConflict || triesLeft <= 1) throw error
        await new Promise((resolve) => setTimeout(resolve, untilStrongMs))
        return this.run(triesLeft - 1)
      }
    }
    const { url } = this.#known
    return {
      url,
      machines: files.filter(({ name }) => name !== own).length,
      etags,
      print: printOf(await readLibrary(this.#db)),
      ...(this.#problems.length > 0 && { problem: sentences(...this.#problems) }),
    }
  }

  /** Merges each file that is not as it was last time; returns the ETags of all that were read. */
  async #mergeChanged(files: readonly RemoteFile[], own: string): Promise<Record<string, string>> {
    const etags: Record<string, string> = {}
    const entries: LibraryEntry[] = []
    const records = new Map<string, Paper>()
    this.#problems.length = 0
    for (const { name, etag } of files) {
      if (!isSameTag(etag, this.#known.etags[name])) {
        try {
          const file = await decodeMachineFile(await this.#folder.read(name))
          entries.push(...file.entries)
          for (const record of file.records) records.set(record.id, record)
        } catch (error) {
          if (!(error instanceof MachineFileError)) throw error
          // The others are read all the same, and it is told until it can be read. Its own, cut
          // short on its way there, is just written again.
          if (name !== own) this.#problems.push(t(`webdav.file.${error.trouble}`, { file: name }))
          continue
        }
      }
      etags[name] = etag
    }
    const merged = await applyLibrary(this.#db, entries, records, this.#now)
    await storeRecords(this.#db, records.values())
    for (const part of ['added', 'changed', 'released'] as const) this.counts[part] += merged[part]
    return etags
  }

  async #write(name: string, file: RemoteFile | undefined): Promise<string> {
    const [entries, rows] = [await readLibrary(this.#db), await this.#db.saved.toArray()]
    const records = rows
      .filter(({ pendingSince }) => pendingSince === undefined)
      .map(({ record }) => record)
    const machine = await machineId(this.#db)
    const bytes = await encodeMachineFile({ machine, entries, records })
    await this.#folder.write(name, bytes, file && strong(file.etag))
    const written = (await this.#folder.list()).find((each) => each.name === name)
    if (!written) throw new WebdavError(t('webdav.notThere'))
    return written.etag
  }
}

function isSameTag(a: string, b: string | undefined): boolean {
  return a !== '' && b !== undefined && strong(a) === strong(b)
}

/** An ETag without the mark of a weak one, which no write can be bound to. */
function strong(etag: string): string {
  return etag.replace(/^W\//, '')
}
