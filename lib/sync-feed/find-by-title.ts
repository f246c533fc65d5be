import type { Database } from '../db/database.ts'
import { describeError } from '../errors.ts'
import type { Sources, TitleAnswer } from '../model/look-up.ts'
import { isSameTitle } from '../search/find-title.ts'
import { plainText } from '../search/text/fold.ts'
import { fetchArxivByTitle } from '../sources/arxiv.ts'
import { askArxiv } from './ask-arxiv.ts'
import { searchHub } from './search-hub.ts'

/** What the Hub's search takes. */
const longestQuery = 250

/**
 * Looks for the paper with exactly this title with Hugging Face's search and then arXiv's;
 * nothing is stored. Only ever at the reader's wish: the title goes out.
 */
export async function findByTitle(
  db: Database,
  { endpoint, arxiv }: Sources,
  title: string,
): Promise<TitleAnswer> {
  const words = plainText(title).trim().slice(0, longestQuery)
  if (words === '') return { missing: 'unknown' }
  const hub = await searchHub(db, endpoint, words)
  const fromHub = 'papers' in hub ? hub.papers : []
  const found = fromHub.find((paper) => isSameTitle(paper.title, title))
  if (found) return { paper: found }
  if (!arxiv) return 'problem' in hub ? { problem: hub.problem } : { missing: 'unasked' }
  try {
    const papers = await askArxiv(db, arxiv, true, () => fetchArxivByTitle(arxiv, title))
    const paper = papers.find((each) => isSameTitle(each.title, title))
    if (paper) return { paper }
    return 'problem' in hub ? { problem: hub.problem } : { missing: 'unknown' }
  } catch (error) {
    return { problem: describeError(error) }
  }
}
