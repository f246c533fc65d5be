import { type Signal, signal } from '@preact/signals'
import { changeSettings } from '../change-settings.ts'
import { PaperboyDatabase } from '../db/database.ts'
import { readLibraryState } from '../db/library-state.ts'
import { watchQuery } from '../db/live.ts'
import { readSyncState } from '../db/sync-state.ts'
import { describeError } from '../errors.ts'
import { askLeave as askForHost, hasLeave } from '../host-leave.ts'
import { plural, sentences, t } from '../i18n.ts'
import { watchLocal } from '../local-store.ts'
import { send } from '../messages.ts'
import type { Backup, WeeklyFile } from '../model/backup.ts'
import type { SyncReport } from '../model/sync-report.ts'
import type { SyncState } from '../model/sync-state.ts'
import { readEndpoint } from '../read-endpoint.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { type Cite, createCite } from './cite.ts'

/** The model of the settings page. */
export interface Options {
  settings: Signal<Settings>
  /** What is stored here, in rows. */
  counts: Signal<{ papers: number; saved: number; listings: number } | undefined>
  sync: Signal<Partial<SyncState>>
  /** The newest copy of the library, and the weekly file. */
  backups: Signal<{ newest?: Backup; weekly?: WeeklyFile } | undefined>
  /** What became of the last change of the endpoint, in words. */
  message: Signal<string>
  /** The endpoint's host needs the reader's leave before it can be asked. */
  needsLeave: Signal<boolean>
  /** The endpoint before, when the new one does not answer. */
  previous: Signal<string | undefined>
}

export interface OptionsCommands {
  /** Takes a typed endpoint, keeps it if it is one, and tries it. */
  setEndpoint(typed: string): Promise<void>
  /** Asks the browser for access to the endpoint's host; only on a click. */
  askLeave(): Promise<void>
  /** Asks for the feed once in so many minutes; one of `refreshChoices`. */
  setRefresh(minutes: number): Promise<void>
  setSavingData(isSaving: boolean): Promise<void>
  cite: Cite
}

export function openOptions(settings: Settings = defaultSettings): [Options, OptionsCommands] {
  const db = new PaperboyDatabase()
  const options: Options = {
    settings: signal(settings),
    counts: signal(undefined),
    sync: signal({}),
    backups: signal(undefined),
    message: signal(''),
    needsLeave: signal(false),
    previous: signal(undefined),
  }
  const fail = (error: unknown) => {
    options.message.value = describeError(error)
  }
  watchQuery(
    async () => ({
      papers: await db.papers.count(),
      saved: await db.saved.count(),
      listings: await db.listings.count(),
    }),
    (counts) => {
      options.counts.value = counts
    },
    fail,
  )
  watchQuery(
    () => readSyncState(db),
    (state) => {
      options.sync.value = state
    },
    fail,
  )
  watchQuery(
    async () => ({
      newest: await db.backups.orderBy('madeAt').last(),
      weekly: await readLibraryState(db, 'weeklyFile'),
    }),
    (backups) => {
      options.backups.value = backups
    },
    fail,
  )
  watchLocal('settings', (changed) => {
    options.settings.value = changed ?? defaultSettings
  })
  return [
    options,
    {
      setEndpoint,
      askLeave,
      setRefresh: (refreshMinutes) => change({ refreshMinutes }),
      setSavingData: (isSavingData) => change({ isSavingData }),
      cite: createCite(db),
    },
  ]

  async function change(part: Partial<Settings>): Promise<void> {
    options.settings.value = await changeSettings((settings) => ({ ...settings, ...part }))
  }

  async function setEndpoint(typed: string): Promise<void> {
    const endpoint = readEndpoint(typed)
    if (!endpoint) {
      options.message.value = t('endpoint.noAddress', { typed: typed.trim() })
      options.needsLeave.value = false
      options.previous.value = undefined
      return
    }
    const previous = options.settings.value.endpoint
    options.settings.value = await changeSettings((settings) => ({ ...settings, endpoint }))
    const isWell = await tryEndpoint(endpoint)
    options.previous.value = isWell || previous === endpoint ? undefined : previous
  }

  /** True when it answers with papers. */
  async function tryEndpoint(endpoint: string): Promise<boolean> {
    options.message.value = t('endpoint.asking', { host: new URL(endpoint).host })
    options.needsLeave.value = false
    try {
      const report = await send('sync', { reason: 'user' })
      const problem = problemOf(report)
      options.message.value = sentences(t('endpoint.saved'), problem ?? describePapers(report))
      if (!problem) return true
    } catch (error) {
      fail(error)
    }
    options.needsLeave.value = !(await hasLeave(endpoint))
    return false
  }

  async function askLeave(): Promise<void> {
    const { endpoint } = options.settings.value
    if (await askForHost(endpoint).catch(fail)) await tryEndpoint(endpoint)
  }
}

function problemOf({ outcomes, waiting }: SyncReport): string | undefined {
  return waiting?.reason ?? outcomes.find((outcome) => outcome.problem)?.problem
}

function describePapers({ endpoint, outcomes }: SyncReport): string {
  const papers = outcomes.reduce((sum, outcome) => sum + outcome.papers, 0)
  const { host } = new URL(endpoint)
  // At weekends, and where all that is listed is here, none are new.
  return papers > 0 ? plural('endpoint.answered', papers, { host }) : t('endpoint.well', { host })
}
