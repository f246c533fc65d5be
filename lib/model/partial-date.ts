import type { Paper } from './paper.ts'

/** When a paper was published, no more exactly than it is known. */
export type PublishedAt = Pick<Paper, 'publishedAt' | 'datedTo'>

/**
 * Reads `2024/8/13`, `2024-08`, `2024`, and of a day or a month that there is not, the rest; undefined
 * for what is no date, older than 1970 or later than next year.
 */
export function readPartialDate(text: string): PublishedAt | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/.](\d\d?))?(?:[-/.](\d\d?))?(?!\d)/.exec(text) ?? []
  if (!year || Number(year) < 1970 || Number(year) > new Date().getUTCFullYear() + 1)
    return undefined
  const inYear = { publishedAt: Date.UTC(Number(year)), datedTo: 'year' } as const
  const isMonth = Number(month) >= 1 && Number(month) <= 12
  if (!isMonth) return inYear
  const inMonth = {
    publishedAt: Date.UTC(Number(year), Number(month) - 1),
    datedTo: 'month',
  } as const
  const publishedAt = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // The 31st of February is a day of March.
  return day && new Date(publishedAt).getUTCDate() === Number(day) ? { publishedAt } : inMonth
}
