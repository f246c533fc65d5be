import { type Signal, signal } from '@preact/signals'
import { changeSettings } from '../change-settings.ts'
import { PaperboyDatabase } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { describeError } from '../errors.ts'
import { formatTime } from '../format.ts'
import { publishFrontPage } from '../front-page/publish.ts'
import { sentences, t } from '../i18n.ts'
import { dailyFile } from '../library/backup/daily.ts'
import { type BringInResult, bringIn } from '../library/bring-in/bring-in.ts'
import { decodeFile } from '../library/bring-in/decode-file.ts'
import { type Preview, previewOf } from '../library/bring-in/preview.ts'
import { type ReadFile, readAll } from '../library/bring-in/read-all.ts'
import { readLocal } from '../local-store.ts'
import { maintainIndex } from '../search/store/maintain.ts'
import { defaultSettings } from '../settings.ts'
import { syncAfterChanges } from '../sync-library/alarm.ts'
import { type BackupCommands, type BackupsModel, openBackups } from './backups.ts'

/** How far the reader has come with bringing a file in. */
export type Stage =
  | { at: 'start'; problem?: string }
  /** Entries read so far. */
  | { at: 'reading'; name: string; count: number }
  | { at: 'preview'; name: string; preview: Preview }
  | { at: 'working'; name: string; done: number; total: number }
  | { at: 'done'; name: string; result: BringInResult; hasSettings: boolean }

/** The model of the library page. */
export interface LibraryPage {
  stage: Signal<Stage>
  /** The endpoint that a backup's is compared with. */
  endpoint: Signal<string>
  savedCount: Signal<number>
  backups: BackupsModel
}

export interface LibraryPageCommands extends BackupCommands {
  /** Reads a file, or pasted text, and shows what it would bring. */
  read(file: Blob, name: string): Promise<void>
  /** The same for a daily copy. */
  restore(madeAt: number): Promise<void>
  bringIn(options: { takesSettings: boolean }): Promise<void>
  /** Ends what is under way, or puts what is shown away: nothing was changed. */
  cancel(): void
}

export function openLibraryPage(db = new PaperboyDatabase()): [LibraryPage, LibraryPageCommands] {
  syncAfterChanges(db)
  const [backups, backupCommands] = openBackups(db)
  const page: LibraryPage = {
    stage: signal({ at: 'start' }),
    endpoint: signal(defaultSettings.endpoint),
    savedCount: signal(0),
    backups,
  }
  const fail = (error: unknown) => {
    page.stage.value = { at: 'start', problem: describeError(error) }
  }
  let file: ReadFile | undefined
  let underWay = new AbortController()
  watchQuery(
    () => db.saved.count(),
    (count) => {
      page.savedCount.value = count
    },
    fail,
  )
  void readLocal('settings').then(({ settings }) => {
    page.endpoint.value = (settings ?? defaultSettings).endpoint
  })

  return [page, { ...backupCommands, read, restore, bringIn: bringInFile, cancel }]

  async function read(source: Blob, name: string): Promise<void> {
    await untilEnded(async (signal) => {
      page.stage.value = { at: 'reading', name, count: 0 }
      const text = await decodeFile(source)
      const onRead = (count: number) => {
        if (!signal.aborted) page.stage.value = { at: 'reading', name, count }
      }
      file = await readAll(text, { onRead, signal })
      const preview = await previewOf(db, file)
      signal.throwIfAborted()
      page.stage.value = { at: 'preview', name, preview }
    })
  }

  async function restore(madeAt: number): Promise<void> {
    const file = await dailyFile(db, madeAt).catch(fail)
    if (file) await read(file, t('bringIn.copyOf', { time: formatTime(madeAt, Date.now()) }))
  }

  async function bringInFile({ takesSettings }: { takesSettings: boolean }): Promise<void> {
    const stage = page.stage.value
    if (!file || stage.at !== 'preview') return
    const { entries, rest } = file
    const { name } = stage
    await untilEnded(async (signal) => {
      const total = entries.length
      // A batch that was under way when it was cancelled still tells.
      const onProgress = (done: number) => {
        if (!signal.aborted) page.stage.value = { at: 'working', name, done, total }
      }
      onProgress(0)
      const request = { db, entries, ...(rest && { rest }), signal, onProgress }
      const result = await bringIn(request).catch((cause: unknown) => {
        throw new Error(sentences(t('bringIn.nothing'), describeError(cause)), { cause })
      })
      const endpoint = takesSettings ? rest?.settings?.endpoint : undefined
      if (endpoint) await takeEndpoint(endpoint)
      page.stage.value = { at: 'done', name, result, hasSettings: endpoint !== undefined }
      file = undefined
      await publishFrontPage(db)
      // What was brought in is found at once; this only makes finding quicker.
      await maintainIndex(db).catch((error: unknown) => {
        console.error('Paperboy could not tend the search index:', error)
      })
    })
  }

  async function takeEndpoint(endpoint: string): Promise<void> {
    await changeSettings((settings) => ({ ...settings, endpoint }))
    page.endpoint.value = endpoint
  }

  function cancel(): void {
    underWay.abort()
    file = undefined
    page.stage.value = { at: 'start' }
  }

  /** One thing at a time: what was under way before is ended, and tells nothing any more. */
  async function untilEnded(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    underWay.abort()
    underWay = new AbortController()
    const { signal } = underWay
    await work(signal).catch((error: unknown) => {
      if (!signal.aborted) fail(error)
    })
  }
}
