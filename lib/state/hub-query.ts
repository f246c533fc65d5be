import { feedDateAt } from '../model/feed-date.ts'
import { siteIdIn } from '../model/paper-address.ts'
import { isSiteId } from '../model/paper-id.ts'
import { arxivIdIn } from '../model/read-arxiv-id.ts'
import { parseQuery } from '../search/query/parse-query.ts'

/** An operator whose value is still to come, or is none: it was read as a word. */
const operator = /^(title|author|abs|org|tag|note|id|is|has|after|before|in|top|sort):/i

/** The longest `q` that `/api/papers/search` takes, in characters. */
const longest = 250

/**
 * What of a query is sent to Hugging Face: its words, and its phrases in their quotes. The
 * operators are ours, and what is left out stays at home. '' when there is nothing to ask.
 */
export function hubQuery(query: string): string {
  const pasted = arxivIdIn(query)
  if (pasted) return pasted
  // Nothing there is known by it.
  if (siteIdIn(query)) return ''
  const { clauses, filters } = parseQuery(query, feedDateAt(new Date()))
  const parts = clauses
    .filter(({ text, isExcluded, isPhrase }) => !isExcluded && (isPhrase || !operator.test(text)))
    .map(({ text, isPhrase }) => (isPhrase && text.includes(' ') ? `"${text}"` : text))
  if (filters.id && !isSiteId(filters.id)) parts.push(filters.id)
  let asked = ''
  for (const part of parts) {
    const longer = asked ? `${asked} ${part}` : part
    if (longer.length <= longest) asked = longer
    // A first part that is too long alone is cut, anything after it left out.
    else
      return (
        asked ||
        part
          .slice(0, longest)
          .toWellFormed()
          .replace(/\ufffd$/, '')
      )
  }
  return asked
}
