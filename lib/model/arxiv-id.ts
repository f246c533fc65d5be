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
/** The first month in which an id was given. */
export const firstOldMonth = '9107'
const firstNewMonth = '0704'

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
