import { t } from '../../i18n.ts'
import { oldArchives } from '../../model/arxiv-id.ts'
import { siteIdsIn } from '../../model/paper-address.ts'
import { isOldArxivId } from '../../model/paper-id.ts'
import { readArxivId } from '../../model/read-arxiv-id.ts'

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.number since April 2007, with four
// digits until the end of 2014 and five since; before, an archive and YYMMnumber. Some files have
// a `_` for the slash that names of files cannot hold.
const newId = String.raw`\d\d(?:0[1-9]|1[0-2])\.\d{4,5}`
const oldId = String.raw`(?:${oldArchives.join('|')})(?:\.[a-z]+(?:-[a-z]+)?)?[/_]\d{7}`
const id = String.raw`(${newId}|${oldId})(?:v\d+)?(?![\w]|\.\d)`
const site = String.raw`(?:\.org)?(?:\s+preprint)?[\s.:_/-]{0,3}(?:(?:abs|pdf|html|format|src|e-print)\/)?`
const named = String.raw`(?:arxiv${site}|\/(?:papers|abs|pdf|html|overview)\/|(?<![\w.])abs\/)`

const namedIds = new RegExp(named + id, 'gi')
const allIds = new RegExp(String.raw`(?:${named}|(?<![\w./-]))${id}`, 'gi')

/** Every arXiv id that a text holds or links to, each once, in its order. */
export function arxivIdsIn(text: string): string[] {
  return collect(text, allIds)
}

/** Those that the text itself calls arXiv's, or links to: a bare number may be anything. */
function namedArxivIdsIn(text: string): string[] {
  return collect(text, namedIds)
}

/**
 * The id of an entry: `own` are the fields that hold one, `mentions` those that may name one,
 * the likeliest first: a note may tell of other papers. Of two in one text arXiv's comes first, since
 * most is known by it; one of another site is found in its links and DOIs. Otherwise why there is
 * none, in the reader's words.
 */
export function findPaperId(
  own: readonly string[],
  mentions: readonly string[],
): { id: string } | { reason: string } {
  for (const text of own) {
    const [id] = arxivIdsIn(text)
    if (id) return { id }
  }
  for (const text of mentions) {
    const [id = siteIdsIn(text)[0]] = namedArxivIdsIn(text)
    if (id) return { id }
  }
  return { reason: t('unreadable.noId') }
}

function collect(text: string, pattern: RegExp): string[] {
  const ids = [...text.matchAll(pattern)].flatMap(
    ([, id = '']) => readArxivId(id.replace('_', '/')) ?? [],
  )
  return [...new Set(ids.filter(isOfItsTime))]
}

function isOfItsTime(id: string): boolean {
  if (isOldArxivId(id)) return true
  const [month = '', number = ''] = id.split('.')
  return number.length === (month < '1501' ? 4 : 5)
}
