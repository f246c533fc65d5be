import { type FrontPage, rowsInPopup } from '@/lib/model/front-page.ts'

/** The titles that the popup shows before anything is typed: they may hold TeX. */
export function shownTitles(frontPage: FrontPage | undefined): string[] {
  const { cards = [], lastSaved = [] } = frontPage ?? {}
  return [...cards.slice(0, rowsInPopup), ...lastSaved].map(({ title }) => title)
}
