import { plural, t } from '../i18n.ts'
import type { MissingPaper, SendReport } from './send-report.ts'
import type { ZoteroRun } from './send-to-zotero.ts'

/** What to say of a run: how much is in Zotero, and exactly what is not. */
export function describeZotero(run: ZoteroRun, isRunning: boolean): SendReport {
  const { total, inZotero, problem } = run
  const isAll = inZotero.length === total
  if (isRunning) {
    const text =
      inZotero.length === 0
        ? plural('zotero.sending', total)
        : plural('zotero.sendingOn', total, { done: inZotero.length })
    return { state: 'running', text, missing: [] }
  }
  return {
    state: isAll ? 'done' : 'stopped',
    text: whatIsThere(run),
    problem,
    // Of a single paper the sentence says it all.
    missing: total === 1 ? [] : missingOf(run),
  }
}

function whatIsThere({ total, inZotero, open, target }: ZoteroRun): string {
  const done = inZotero.length
  if (done > 0 && done < total) {
    return target
      ? plural('zotero.someIn', total, { done, target })
      : plural('zotero.some', total, { done })
  }
  if (done > 0)
    return target ? plural('zotero.allIn', total, { target }) : plural('zotero.all', total)
  return open.some(({ isUnsure }) => isUnsure) ? t('zotero.unsure') : t('zotero.none')
}

function missingOf({ refused, open }: ZoteroRun): MissingPaper[] {
  const refusal = t('zotero.refused')
  const doubt = t('zotero.doubt')
  return [
    ...refused.map(({ record: { id, title } }) => ({ id, title, reason: refusal })),
    ...open.flatMap(({ papers, isUnsure }) =>
      papers.map(({ record: { id, title } }) => ({
        id,
        title,
        ...(isUnsure && { reason: doubt }),
      })),
    ),
  ]
}
