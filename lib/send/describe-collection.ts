import { formatCount, formatPapers, formatTime } from '../format.ts'
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
  const name = `“${collection.title}”`
  const link = { href: `${site}/collections/${collection.slug}`, text: 'Open the collection' }
  if (isRunning) {
    const count = `${formatCount(done)} of ${formatPapers(total)}`
    const text = waitsUntil
      ? `Adding to ${name}: ${count}. Hugging Face asks for a pause; it goes on at ${formatTime(waitsUntil, Date.now())}.`
      : `Adding to ${name}: ${count}…`
    return { state: 'running', text, missing: [] }
  }
  const title = ({ record: { id, title } }: (typeof open)[number]) => ({ id, title })
  const reason = 'Hugging Face has no page for it'
  const missing = [...unknown.map((paper) => ({ ...title(paper), reason })), ...open.map(title)]
  return {
    state: open.length > 0 ? 'stopped' : 'done',
    text: [sentenceOf(added.length, there.length, name), without(unknown.length)].join(' ').trim(),
    problem,
    // Of a single paper the sentence says it all.
    missing: total === 1 ? [] : missing,
    ...(done > 0 && { link }),
  }
}

function sentenceOf(added: number, there: number, name: string): string {
  if (added + there === 0) return `Nothing was added to ${name}.`
  if (there === 0) return `Added ${formatPapers(added)} to ${name}.`
  if (added === 0)
    return there === 1 ? `It was in ${name} already.` : `All ${there} were in ${name} already.`
  const were = there === 1 ? '1 was' : `${formatCount(there)} were`
  return `Added ${formatPapers(added)} to ${name}; ${were} there already.`
}

function without(unknown: number): string {
  if (unknown === 0) return ''
  return `${formatPapers(unknown)} could not be: Hugging Face has no page for ${unknown === 1 ? 'it' : 'them'}.`
}
