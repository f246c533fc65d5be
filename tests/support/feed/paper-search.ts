import { type Answer, badRequest, ok, readNumber } from './answer.ts'
import type { FeedSource } from './feed-source.ts'
import { dedupe, type ListedRecord, recentRecords } from './listed-record.ts'

type Piece = { type: 'text' | 'highlight'; text: string }

const longestQuery = 250
const searchedPaperKeys = [
  ...['id', 'authors', 'publishedAt', 'title', 'summary', 'upvotes', 'discussionId'],
  ...['ai_keywords', 'githubRepo'],
]
const searchedKeys = ['publishedAt', 'title', 'summary', 'thumbnail', 'numComments']

/** Answers `GET /api/papers/search`: all words of `q` have to occur, a title's hits come first. */
export function answerSearch(source: FeedSource, url: URL): Answer {
  const query = url.searchParams.get('q')
  if (query === null) return badRequest('Invalid input: expected string, received undefined', 'q')
  if (query.length > longestQuery) {
    return badRequest(`Too big: expected string to have <=${longestQuery} characters`, 'q')
  }
  const limit = readNumber(url, 'limit', { fallback: 20, low: 1, high: 120 })
  if (typeof limit !== 'number') return limit

  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const titleHits = (record: ListedRecord): number =>
    words.filter((word) => record.paper.title.toLowerCase().includes(word)).length
  const hits = dedupe(recentRecords(source))
    .filter((record) => words.length > 0 && matches(record, words))
    .sort((one, other) => titleHits(other) - titleHits(one))
  return ok(hits.slice(0, limit).map((record) => toHit(record, words)))
}

function matches({ paper }: ListedRecord, words: readonly string[]): boolean {
  const text = `${paper.title} ${paper.summary}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function toHit(record: ListedRecord, words: readonly string[]) {
  return {
    paper: pickKeys(record.paper, searchedPaperKeys),
    ...pickKeys(record, searchedKeys),
    upvoted: false,
    isAuthorParticipating: record.isAuthorParticipating ?? false,
    highlightedTitle: highlight(record.paper.title, words),
    highlightedSummary: highlight(record.paper.summary, words),
  }
}

/** Keys that are missing stay missing: the feed never sends null. */
function pickKeys(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]))
}

function highlight(text: string, words: readonly string[]): Piece[] {
  const literal = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // Splitting on a group keeps the separators, at the odd places.
  return text
    .split(new RegExp(`(${literal.join('|')})`, 'i'))
    .map((piece, index): Piece => ({ type: index % 2 ? 'highlight' : 'text', text: piece }))
    .filter((piece) => piece.text !== '')
}
