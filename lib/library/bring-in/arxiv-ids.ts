// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.number since April 2007, with four
// digits until the end of 2014 and five since.
const id = String.raw`(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\w]|\.\d)`
const site = String.raw`(?:\.org)?(?:\s+preprint)?[\s.:_/-]{0,3}(?:(?:abs|pdf|html|format|src|e-print)\/)?`
const named = String.raw`(?:arxiv${site}|\/(?:papers|abs|pdf|html|overview)\/|(?<![\w.])abs\/)`

const namedIds = new RegExp(named + id, 'gi')
const allIds = new RegExp(String.raw`(?:${named}|(?<![\w./-]))${id}`, 'gi')
const oldId = new RegExp(String.raw`arxiv${site}([a-z-]+(?:\.[a-z]{2})?[/_]\d{7})(?!\d)`, 'i')

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
 * the likeliest first. Otherwise why there is none, in the reader's words.
 */
export function findArxivId(
  own: readonly string[],
  mentions: readonly string[],
): { id: string } | { reason: string } {
  for (const text of own) {
    const [id] = arxivIdsIn(text)
    if (id) return { id }
  }
  for (const text of mentions) {
    const [id] = namedArxivIdsIn(text)
    if (id) return { id }
  }
  const old = oldIdIn([...own.map((text) => `arXiv:${text}`), ...mentions])
  if (old)
    return { reason: `${old} is an arXiv id of before April 2007, which cannot be kept yet.` }
  return { reason: 'No arXiv id was found in it.' }
}

function oldIdIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = oldId.exec(text)?.[1]
    if (found) return found.replace('_', '/')
  }
  return undefined
}

function collect(text: string, pattern: RegExp): string[] {
  const ids = [...text.matchAll(pattern)].map(([, id = '']) => id)
  return [...new Set(ids.filter(isOfItsTime))]
}

function isOfItsTime(id: string): boolean {
  const [month = '', number = ''] = id.split('.')
  if (month < '0704') return false
  return number.length === (month < '1501' ? 4 : 5)
}
