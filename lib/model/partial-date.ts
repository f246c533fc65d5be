import type { Paper } from './paper.ts'

/** When a paper was published, no more exactly than it is known. */
export type PublishedAt = Pick<Paper, 'publishedAt' | 'datedTo'>

/** Reads `2024/8/13`, `2024-08`, `2024`; undefined for what is no date, or older than 1970. */
export function readPartialDate(text: string): PublishedAt | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/.](\d\d?))?(?:[-/.](\d\d?))?(?!\d)/.exec(text) ?? []
  const publishedAt = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))
  if (!year || !(publishedAt > 0) || Number(month ?? 1) > 12 || Number(day ?? 1) > 31) {
    return undefined
  }
  if (day) return { publishedAt }
  return { publishedAt, datedTo: month ? 'month' : 'year' }
}
