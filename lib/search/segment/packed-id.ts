import { isArxivId, oldArchives } from '../../model/arxiv-id.ts'
import { isOldArxivId } from '../../model/paper-id.ts'

/**
 * An arXiv id as a whole number below 2³², so that ids compare and lie in columns as numbers,
 * rising from month to month: `2608.13210` is 260813210 doubled, plus 1 for five digits after the
 * dot. Those of before April 2007 lie below the first of these, 0704.0001: the months since 1990,
 * then the number in the month, then the archive.
 * Throws a TypeError for any other text.
 */
export function packId(id: string): number {
  if (!isArxivId(id)) throw new TypeError(`${id} is not an arXiv id.`)
  if (isOldArxivId(id)) return packOldId(id)
  const [month = '', number = ''] = id.split('.')
  return (Number(month) * 100_000 + Number(number)) * 2 + (number.length === 5 ? 1 : 0)
}

/** What papers are told apart by in a search: an arXiv id packed, any other as it is. */
export type PaperKey = number | string

/** The key of a paper; those with a number alone are in the index. */
export function keyOfPaper(id: string): PaperKey {
  return isArxivId(id) ? packId(id) : id
}

export function unpackId(packed: number): string {
  if (packed < firstNew) return unpackOldId(packed)
  const digits = packed % 2 === 1 ? 5 : 4
  const whole = Math.floor(packed / 2)
  const month = String(Math.floor(whole / 100_000)).padStart(4, '0')
  return `${month}.${String(whole % 100_000).padStart(digits, '0')}`
}

const firstNew = 704 * 100_000 * 2
const firstYear = 1990
const numbersAMonth = 1000
/** More than there ever were. */
const archives = 64

function packOldId(id: string): number {
  const [archive = '', digits = ''] = id.split('/')
  const shortYear = Number(digits.slice(0, 2))
  const years = shortYear + (shortYear < 90 ? 2000 : 1900) - firstYear
  const months = years * 12 + Number(digits.slice(2, 4)) - 1
  const number = Number(digits.slice(4))
  return (months * numbersAMonth + number) * archives + oldArchives.indexOf(archive)
}

function unpackOldId(packed: number): string {
  const archive = oldArchives[packed % archives]
  const whole = Math.floor(packed / archives)
  const months = Math.floor(whole / numbersAMonth)
  const year = (firstYear + Math.floor(months / 12)) % 100
  const parts = [
    [year, 2],
    [(months % 12) + 1, 2],
    [whole % numbersAMonth, 3],
  ]
  return `${archive}/${parts.map(([part, width]) => String(part).padStart(width as number, '0')).join('')}`
}
