import { formatTime } from '../format.ts'
import { plural, sentences, t } from '../i18n.ts'
import type { SendReport } from './send-report.ts'
import type { CollectionRun } from './send-to-collection.ts'

/** What to say of a run: how many are in, how many were, and exactly which are not. */
export function describeCollection(
  run: CollectionRun,
  isRunning: boolean,
  site: string,
): SendReport {
  const { collection, total, added, there, unknown, open, waitsUntil, problem } = run
  const done = added.length + there.length
  const name = collection.title
  const link = { href: `${site}/collections/${collection.slug}`, text: t('collection.open') }
  if (isRunning) {
    const text = waitsUntil
      ? plural('collection.pausing', total, {
          name,
          done,
          time: formatTime(waitsUntil, Date.now()),
        })
      : plural('collection.adding', total, { name, done })
    return { state: 'running', text, missing: [] }
  }
  const title = ({ record: { id, title } }: (typeof open)[number]) => ({ id, title })
  const reason = t('collection.noPage')
  const missing = [...unknown.map((paper) => ({ ...title(paper), reason })), ...open.map(title)]
  return {
    state: open.length > 0 ? 'stopped' : 'done',
    text: sentences(
      sentenceOf(added.length, there.length, name),
      unknown.length > 0 && plural('collection.without', unknown.length),
    ),
    problem,
    // Of a single paper the sentence says it all.
    missing: total === 1 ? [] : missing,
    ...(done > 0 && { link }),
  }
}

function sentenceOf(added: number, there: number, name: string): string {
  if (added + there === 0) return t('collection.addedNone', { name })
  if (added === 0) return plural('collection.allThere', there, { name })
  return sentences(
    plural('collection.added', added, { name }),
    there > 0 && plural('collection.someThere', there),
  )
}
