import type { Signal } from '@preact/signals'
import { describeError } from '../errors.ts'
import { plural, sentences, t } from '../i18n.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import type { SendReport } from '../send/send-report.ts'
import type { HubCollection } from '../sources/hub-collections.ts'

/** What is being sent elsewhere from a page, or was. */
export interface SendView {
  /** The papers that the reports are about. */
  ids: readonly string[]
  zotero?: SendReport
  collection?: SendReport
  /** Open while the reader chooses a collection. */
  chooser?: Chooser
}

/** The dialog in which a collection is chosen. */
export type Chooser =
  | { state: 'asking' }
  /** The settings have no token yet. */
  | { state: 'no-token' }
  | { state: 'failed'; problem: string }
  | {
      state: 'choosing'
      /** Who the token belongs to. */
      user: string
      collections: readonly HubCollection[]
      /** How many papers are to go in. */
      papers: number
      /** Some of them have a note, which can go along. */
      hasNotes: boolean
      /** A collection is being made. */
      isBusy?: boolean
      /** Why it could not be. */
      problem?: string
    }

/** Reports about other papers make way. */
export function turnTo(view: Signal<SendView>, ids: readonly string[]): void {
  if (view.value.ids.join() !== ids.join()) view.value = { ids }
}

/** A report of a run that never began. */
export function notBegun(why: unknown): SendReport {
  return { state: 'done', text: t('send.nothing'), problem: describeError(why), missing: [] }
}

/** Names the papers that were left out of a run, since they have no more than an id yet. */
export function leaveOut(report: SendReport, pending: readonly SentPaper[]): SendReport {
  if (pending.length === 0 || report.state === 'running') return report
  const reason = t('send.notLookedUp')
  const missing = pending.map(({ record: { id, title } }) => ({ id, title, reason }))
  return {
    ...report,
    text: sentences(report.text, plural('send.leftOut', pending.length)),
    missing: [...report.missing, ...missing],
  }
}
