import { formatCount, formatPapers } from '../format.ts'
import type { SendReport } from './send-report.ts'
import type { ZoteroRun } from './send-to-zotero.ts'

/** What to say of a run: how much is in Zotero, and exactly what is not. */
export function describeZotero(run: ZoteroRun, isRunning: boolean): SendReport {
  const { total, inZotero, refused, open, target, problem } = run
  const where = target ? `Zotero, in “${target}”` : 'Zotero'
  const isAll = inZotero.length === total
  if (isRunning) {
    const text =
      inZotero.length === 0
        ? `Sending ${formatPapers(total)} to Zotero…`
        : `Sending to Zotero: ${formatCount(inZotero.length)} of ${formatPapers(total)} are there…`
    return { state: 'running', text, missing: [] }
  }
  if (total > 0 && isAll) {
    const text = total === 1 ? `It is in ${where}.` : `All ${formatPapers(total)} are in ${where}.`
    return { state: 'done', text, missing: [] }
  }
  const name = ({ record: { id, title } }: (typeof refused)[number]) => ({ id, title })
  return {
    state: isAll ? 'done' : 'stopped',
    text:
      inZotero.length === 0
        ? 'Nothing was sent to Zotero.'
        : `${formatCount(inZotero.length)} of ${formatPapers(total)} are in ${where}.`,
    problem,
    missing: [
      ...refused.map((paper) => ({ ...name(paper), reason: 'Zotero could not save it' })),
      ...open.flatMap(({ papers, isUnsure }) =>
        papers.map((paper) => ({
          ...name(paper),
          ...(isUnsure && {
            reason: 'may be there: going on asks Zotero before it sends it again',
          }),
        })),
      ),
    ],
  }
}
