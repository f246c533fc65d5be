import { formatCount, formatPapers } from '../format.ts'
import type { MissingPaper, SendReport } from './send-report.ts'
import type { ZoteroRun } from './send-to-zotero.ts'

/** What to say of a run: how much is in Zotero, and exactly what is not. */
export function describeZotero(run: ZoteroRun, isRunning: boolean): SendReport {
  const { total, inZotero, problem } = run
  const isAll = inZotero.length === total
  if (isRunning) {
    const text =
      inZotero.length === 0
        ? `Sending ${formatPapers(total)} to Zotero…`
        : `Sending to Zotero: ${formatCount(inZotero.length)} of ${formatPapers(total)} are there…`
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
  const where = target ? `Zotero, in “${target}”` : 'Zotero'
  const count = inZotero.length
  if (count > 0 && count < total) {
    return `${formatCount(count)} of ${formatPapers(total)} are in ${where}.`
  }
  if (count > 0)
    return total === 1 ? `It is in ${where}.` : `All ${formatPapers(total)} are in ${where}.`
  return open.some(({ isUnsure }) => isUnsure)
    ? 'What has reached Zotero is not known yet.'
    : 'Nothing was sent to Zotero.'
}

function missingOf({ refused, open }: ZoteroRun): MissingPaper[] {
  const refusal = 'Zotero could not save it'
  const doubt = 'may be there: going on asks Zotero before it is sent again'
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
