import { type FrontPage, rowsInPopup } from '@/lib/model/front-page.ts'

/** The texts of a front page that may hold TeX. */
export function shownTexts(frontPage: FrontPage | undefined): string[] {
  const { cards = [], lastSaved = [] } = frontPage ?? {}
  return [...cards, ...lastSaved].flatMap(({ title, blurb, abstract = '' }) => [
    title,
    blurb,
    abstract,
  ])
}

/** Those that the popup shows. */
export function titlesInPopup(frontPage: FrontPage | undefined): string[] {
  const { cards = [], lastSaved = [] } = frontPage ?? {}
  return [...cards.slice(0, rowsInPopup), ...lastSaved].map(({ title }) => title)
}
