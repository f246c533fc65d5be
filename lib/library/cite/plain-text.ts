import type { Facts } from './facts.ts'
import { fullName } from './names.ts'
import { plainText } from './tex-text.ts'

/** A reference for a letter or a slide; a reader's note is not part of it. */
export function writePlainText({ title, authors, year, place, doi, url }: Facts): string {
  const head = [byline(authors), year && `(${year})`].filter(Boolean).join(' ')
  const parts = [head, plainText(title), place, doi && `doi:${doi}`]
  const sentences = parts.flatMap((part) => (part ? [endSentence(part)] : []))
  return `${sentences.join(' ')} ${url}\n`
}

/** More names than these are "et al." in what is made to be read. */
const namesShown = 20

/** "Ada One, Ben Two and Cleo Three" */
export function byline({ names, hasOthers }: Facts['authors']): string {
  const shown = names.slice(0, namesShown).map(fullName)
  if (hasOthers || names.length > namesShown) return [...shown, 'et al.'].join(', ')
  const last = shown.pop()
  return [shown.join(', '), last].filter(Boolean).join(' and ')
}

/** With a full stop, unless it ends in a mark of its own. */
export function endSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`
}
