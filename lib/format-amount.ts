import { locale } from './i18n.ts'

/** "340 kB", "1.2 MB" */
export function formatBytes(bytes: number): string {
  const [unit, value] =
    bytes < 999_500 ? (['kilobyte', 1000] as const) : (['megabyte', 1e6] as const)
  const amount = Math.max(bytes / value, 1)
  const style = { style: 'unit', unit, maximumSignificantDigits: amount < 10 ? 2 : 3 } as const
  return new Intl.NumberFormat(locale, style).format(amount)
}

/** "3 ms", "1.2 sec" */
export function formatDuration(ms: number): string {
  const [unit, value] =
    ms < 999.5
      ? (['millisecond', Math.max(1, Math.round(ms))] as const)
      : (['second', ms / 1000] as const)
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, style).format(value)
}
