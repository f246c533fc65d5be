import { isArxivId } from '../../model/arxiv-id.ts'

/**
 * An arXiv id as a whole number below 2³², so that ids compare and lie in columns as numbers:
 * `2608.13210` is 260813210 doubled, plus 1 for five digits after the dot.
 * Throws a TypeError for any other text.
 */
export function packId(id: string): number {
  if (!isArxivId(id)) throw new TypeError(`${id} is not an arXiv id.`)
  const [month = '', number = ''] = id.split('.')
  return (Number(month) * 100_000 + Number(number)) * 2 + (number.length === 5 ? 1 : 0)
}

export function unpackId(packed: number): string {
  const digits = packed % 2 === 1 ? 5 : 4
  const whole = Math.floor(packed / 2)
  const month = String(Math.floor(whole / 100_000)).padStart(4, '0')
  return `${month}.${String(whole % 100_000).padStart(digits, '0')}`
}
