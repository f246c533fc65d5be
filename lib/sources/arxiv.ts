import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { readAtom } from './arxiv-atom.ts'
import { requestText } from './request.ts'

/** As many ids as make an address that every server takes. */
export const arxivIdsAtOnce = 100
/** Papers of the same words in another order come before the right one now and then. */
const titlesAtOnce = 10

/**
 * Asks arXiv for papers by id, at most {@link arxivIdsAtOnce}; those it does not have are left
 * out. `endpoint` is a base such as `https://export.arxiv.org`. Throws a {@link FeedError}. Its
 * rule of one request in three seconds is the caller's to keep.
 * Source: https://info.arxiv.org/help/api/user-manual.html
 */
export async function fetchArxivPapers(
  endpoint: string,
  ids: readonly string[],
): Promise<FetchedPaper[]> {
  // It knows more ids than are kept here, and one it does not know spoils the whole answer.
  const parameters = { id_list: ids.join(','), max_results: String(ids.length) }
  const papers = await query(endpoint, parameters)
  return papers.filter(({ id }) => ids.includes(id))
}

/** Asks for papers whose titles hold the words of a title one after the other. */
export function fetchArxivByTitle(endpoint: string, title: string): Promise<FetchedPaper[]> {
  // Its query language has meanings for most signs; its index has none of them.
  const words = title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return query(endpoint, { search_query: `ti:"${words}"`, max_results: String(titlesAtOnce) })
}

async function query(
  endpoint: string,
  parameters: Record<string, string>,
): Promise<FetchedPaper[]> {
  const url = `${endpoint}/api/query?${new URLSearchParams(parameters)}`
  const { text } = await requestText(url, 'application/atom+xml')
  const { host } = new URL(endpoint)
  // It says so in words, and not always with the status.
  if (/^\s*rate exceeded/i.test(text)) {
    throw new FeedError(t('source.tooManyArxiv', { host }), { status: 429 })
  }
  return readAtom(text, host)
}
