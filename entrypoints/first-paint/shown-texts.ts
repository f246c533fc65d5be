import type { FrontPage } from '@/lib/model/front-page.ts'

/** The texts of a front page that may hold TeX. */
export function shownTexts(frontPage: FrontPage | undefined): string[] {
  const { cards = [], lastSaved = [] } = frontPage ?? {}
  return [...cards, ...lastSaved].flatMap(({ title, blurb, abstract = '' }) => [
    title,
    blurb,
    abstract,
  ])
}
