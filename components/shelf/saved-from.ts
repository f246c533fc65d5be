import { formatDate } from '@/lib/format.ts'
import { t } from '@/lib/i18n.ts'
import type { SavedFrom } from '@/lib/model/saved-paper.ts'

/** "Saved Mar 3, 2026 from its page" */
export function describeSaved(saved: { savedAt: number; savedFrom?: SavedFrom }): string {
  const from: SavedFrom = saved.savedFrom ?? 'paperboy'
  return t(`savedFrom.${from}`, { date: formatDate(saved.savedAt) })
}
