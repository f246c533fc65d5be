import type { FeedSource } from '../support/feed/feed-source.ts'

/** What a test reads of a raw record. */
interface RawPaper {
  id: string
  title: string
  summary: string
}

/** The papers a day should show, by the feed itself: in its order, each once. */
export function papersOfDay(source: FeedSource, date: string): RawPaper[] {
  const papers = source.day(date).map((record) => (record as { paper: RawPaper }).paper)
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()]
}

export function idsOfDay(source: FeedSource, date: string): string[] {
  return papersOfDay(source, date).map((paper) => paper.id)
}

/** The quickest to type. */
export function withShortestTitle<Paper extends { title: string }>(
  papers: readonly Paper[],
): Paper | undefined {
  return papers.toSorted((one, other) => one.title.length - other.title.length)[0]
}

/** A paper of the newest day, and a word of its abstract that no paper near it has. */
export function findDistinctiveWord(source: FeedSource): { id: string; word: string } {
  const near = source.dates.slice(-20).flatMap((date) => papersOfDay(source, date))
  const today = papersOfDay(source, source.dates.at(-1) ?? '')
  for (const { id, title, summary } of today) {
    const others = near.filter((paper) => paper.id !== id)
    const rest = [title, ...others.flatMap((paper) => [paper.title, paper.summary])]
    const elsewhere = rest.join(' ').toLowerCase()
    // Whole lower-case words: a name or a formula could be split in more ways than one.
    const words = summary.match(/(?<![\w-])[a-z]{9,}(?![\w-])/g) ?? []
    // Not even its beginning, since searches also match by prefix.
    const word = words.find((each) => !elsewhere.includes(each.slice(0, 7)))
    if (word) return { id, word }
  }
  throw new Error('No abstract of the newest day has a word of its own')
}
