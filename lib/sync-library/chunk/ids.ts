/**
 * An arXiv id as a whole number above 0 that sorts by month, or undefined for one that does not
 * follow arXiv's rule: a month of a year, a dot, and five digits, four before 2015.
 * https://info.arxiv.org/help/arxiv_identifier.html
 */
export function packId(id: string): number | undefined {
  const [, year, month, number] = /^(\d\d)(0[1-9]|1[0-2])\.(\d{4,5})$/.exec(id) ?? []
  if (number?.length !== digitsIn(`${year}${month}`)) return undefined
  return (Number(year) * 12 + Number(month)) * 100_000 + Number(number)
}

/** Throws a RangeError for a number that stands for no id. */
export function unpackId(packed: number): string {
  const months = Math.floor(packed / 100_000) - 1
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  if (months < 0 || year > 99) throw new RangeError('An id is of no month.')
  const yymm = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}`
  return `${yymm}.${String(packed % 100_000).padStart(digitsIn(yymm), '0')}`
}

const afterArxiv = 200_000_000

/** A whole number by which entries are put into chunks: arXiv ids in their order, then others. */
export function rankOf(id: string): number {
  const packed = packId(id)
  if (packed !== undefined) return packed
  let hash = 0
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_536
  return afterArxiv + hash
}

function digitsIn(yymm: string): number {
  return yymm < '1501' ? 4 : 5
}
