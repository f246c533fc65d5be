import { type Signal, signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { readLibraryState, writeLibraryState } from '../db/library-state.ts'
import { watchQuery } from '../db/live.ts'
import { describeError } from '../errors.ts'
import { t } from '../i18n.ts'
import { backUpDaily, dailyBackups, dailyFile } from '../library/backup/daily.ts'
import { backupName, makeBackup } from '../library/backup/make-backup.ts'
import { writeWeekly } from '../library/backup/weekly.ts'
import type { Backup, WeeklyFile } from '../model/backup.ts'
import { askForDownloads, askForFolder, folderPicker, mayWrite, putFile } from './put-file.ts'

/** What there is of backups, and where the next goes. */
export interface BackupsModel {
  /** The newest first; undefined until they are read. */
  daily: Signal<Backup[] | undefined>
  weekly: Signal<WeeklyFile | undefined>
  /** The chosen folder needs the reader's leave again. */
  needsLeave: Signal<boolean>
  /** The browser can be told a folder; otherwise files go among the downloads. */
  canPickFolder: boolean
  /** What became of the last command, in words. */
  message: Signal<string>
}

export interface BackupCommands {
  /** Takes a daily copy now. */
  backUpNow(): Promise<void>
  /** A backup as it is now, as a file to download. */
  makeFile(): Promise<{ name: string; file: Blob } | undefined>
  /** A daily copy, as a file to download. */
  copyFile(madeAt: number): Promise<{ name: string; file: Blob } | undefined>
  /** Chooses where the weekly file goes: a folder, or the downloads where there is no picker. */
  choosePlace(): Promise<void>
  /** Gives leave to write into the folder again. */
  renewLeave(): Promise<void>
  stopWeekly(): Promise<void>
}

export function openBackups(db: Database): [BackupsModel, BackupCommands] {
  const model: BackupsModel = {
    daily: signal(undefined),
    weekly: signal(undefined),
    needsLeave: signal(false),
    canPickFolder: folderPicker() !== undefined,
    message: signal(''),
  }
  const fail = (error: unknown) => {
    model.message.value = describeError(error)
  }
  watchQuery(
    () => dailyBackups(db),
    (backups) => {
      model.daily.value = backups
    },
    fail,
  )
  watchQuery(
    () => readLibraryState(db, 'weeklyFile'),
    (weekly) => {
      model.weekly.value = weekly
      void checkLeave(weekly)
    },
    fail,
  )
  return [model, { backUpNow, makeFile, copyFile, choosePlace, renewLeave, stopWeekly }]

  async function backUpNow(): Promise<void> {
    await told(async () => {
      const newest = model.daily.value?.[0]?.madeAt
      const backup = await backUpDaily(db, { isDue: true })
      if (!backup) return t('backups.nothingYet')
      return backup.madeAt === newest ? t('backups.upToDate') : t('backups.taken')
    })
  }

  async function makeFile(): Promise<{ name: string; file: Blob } | undefined> {
    const made = await makeBackup(db).catch(fail)
    return made ? { name: backupName(made.madeAt), file: made.file } : undefined
  }

  async function copyFile(madeAt: number): Promise<{ name: string; file: Blob } | undefined> {
    const file = await dailyFile(db, madeAt).catch(fail)
    return file ? { name: `${backupName(madeAt)}.gz`, file } : undefined
  }

  async function choosePlace(): Promise<void> {
    await told(async () => {
      const pick = folderPicker()
      if (pick) {
        const options = { id: 'paperboy', mode: 'readwrite', startIn: 'documents' } as const
        const handle = await pick(options).catch(ignoreCancel)
        if (!handle) return ''
        return start({ kind: 'folder', handle })
      }
      if (!(await askForDownloads())) return t('backups.noDownloads')
      return start({ kind: 'downloads' })
    })
  }

  async function start(to: WeeklyFile['to']): Promise<string> {
    await writeLibraryState(db, 'weeklyFile', { to })
    await writeWeekly(db, putFile, { isAsked: true })
    const weekly = await readLibraryState(db, 'weeklyFile')
    return weekly?.failed ? '' : t('backups.firstFile', { file: weekly?.name ?? '' })
  }

  async function renewLeave(): Promise<void> {
    await told(async () => {
      const to = model.weekly.value?.to
      if (to?.kind === 'folder' && !(await askForFolder(to.handle))) return t('backups.folderStays')
      if (to?.kind === 'downloads' && !(await askForDownloads())) return t('backups.nothingPut')
      await writeWeekly(db, putFile, { isAsked: true })
      return ''
    })
  }

  async function stopWeekly(): Promise<void> {
    await told(async () => {
      await writeLibraryState(db, 'weeklyFile', undefined)
      return t('backups.stopped')
    })
  }

  async function checkLeave(weekly: WeeklyFile | undefined): Promise<void> {
    const isFolder = weekly?.to.kind === 'folder' ? weekly.to.handle : undefined
    model.needsLeave.value = isFolder ? !(await mayWrite(isFolder)) : false
  }

  async function told(work: () => Promise<string>): Promise<void> {
    model.message.value = ''
    try {
      model.message.value = await work()
    } catch (error) {
      fail(error)
    }
  }
}

/** The reader closed the picker: that is no error. */
function ignoreCancel(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined
  throw error
}
