/**
 * What papers before April 2007 were numbered within. The list is closed, and what is packed for
 * the search index counts on its order: https://arxiv.org/archive
 */
export const oldArchives: readonly string[] = [
  ...['acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an'],
  ...['chao-dyn', 'chem-ph', 'cmp-lg', 'comp-gas', 'cond-mat', 'cs', 'dg-ga', 'funct-an'],
  ...['gr-qc', 'hep-ex', 'hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph', 'mtrl-th', 'nlin'],
  ...['nucl-ex', 'nucl-th', 'patt-sol', 'physics', 'plasm-ph', 'q-alg', 'q-bio', 'quant-ph'],
  ...['solv-int', 'supr-con'],
]
const firstOldMonth = '9107'
const firstNewMonth = '0704'

/**
 * Where an id can stand in a text, for a pattern without regard to small and capital letters:
 * `2608.13210`, `hep-th/9901001`, `math.GT/0309136`. What is found is an id when `readArxivId`
 * takes it.
 */
export const arxivIdPattern = String.raw`\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]+(?:-[a-z]+)?)?\/\d{7}`

/**
 * True for an arXiv identifier as papers are kept by it: of April 2007 or later `2608.13210`,
 * older `hep-th/9901001`; without a version, and without the subject class that old ones were
 * given at times (`math.GT/0309136` is `math/0309136`).
 */
export function isArxivId(text: string): boolean {
  if (/^\d{4}\.\d{4,5}$/.test(text)) return text >= firstNewMonth
  const [, archive, year, month] = /^([a-z-]+)\/(\d\d)(\d\d)\d{3}$/.exec(text) ?? []
  if (!archive || !oldArchives.includes(archive)) return false
  const yymm = `${year}${month}`
  const isOfItsTime = yymm >= firstOldMonth || yymm < firstNewMonth
  return isOfItsTime && Number(month) >= 1 && Number(month) <= 12
}

/** True for one of the years before April 2007. */
export function isOldArxivId(id: string): boolean {
  return id.includes('/')
}

/** The identifier that a text without a version writes, in whatever letters; or undefined. */
export function readArxivId(text: string): string | undefined {
  const id = text.toLowerCase().replace(/^([a-z-]+)\.[a-z-]+\//, '$1/')
  return isArxivId(id) ? id : undefined
}

/** The month (UTC, ms) in which an identifier was given; undefined where it names none. */
export function monthOfArxivId(id: string): number | undefined {
  const [, digits = ''] = /(?:^|\/)(\d{4})/.exec(id) ?? []
  const [year, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
  if (!isArxivId(id) || month < 1 || month > 12) return undefined
  const century = isOldArxivId(id) && digits >= firstOldMonth ? 1900 : 2000
  return Date.UTC(century + year, month - 1)
}

const whole = new RegExp(
  String.raw`^(?:\S*?(?:^|\/))?(?:arxiv\.)?(${arxivIdPattern})(?:v\d+)?(?:\.pdf)?(?:[?#]\S*)?$`,
  'i',
)

/**
 * The arXiv identifier that a text is or links to: `2608.13210v2`, `arXiv:2608.13210`,
 * `hep-th/9901001`, an address at arxiv.org, huggingface.co or alphaxiv.org, a DOI. Undefined
 * for any other text.
 */
export function arxivIdIn(text: string): string | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '')
  const [, found] = whole.exec(bare) ?? []
  return found && readArxivId(found)
}
