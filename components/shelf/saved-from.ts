import { formatDate } from '@/lib/format.ts'
import type { SavedFrom } from '@/lib/model/saved-paper.ts'

const places: Record<SavedFrom, string> = {
  paperboy: '',
  page: ' from its page',
  link: ' from a link',
  import: ' from a file',
  sync: ' on another machine',
}

/** "Saved Mar 3, 2026 from its page" */
export function describeSaved(saved: { savedAt: number; savedFrom?: SavedFrom }): string {
  return `Saved ${formatDate(saved.savedAt)}${places[saved.savedFrom ?? 'paperboy']}`
}
