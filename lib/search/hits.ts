import type { Database } from '../db/database.ts'
import { toCards } from '../db/papers.ts'
import type { PaperCard } from '../model/card.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Hit, MatchReason } from '../model/hit.ts'
import type { Paper } from '../model/paper.ts'
import { tidyTex } from '../model/tex/tidy-tex.ts'
import type { Finder } from './finder.ts'
import { editDistance } from './query/edit-distance.ts'
import { parseQuery } from './query/parse-query.ts'
import { toWordGroups, type WordGroup } from './query/word-groups.ts'
import { markSnippet, markWords } from './rank/marks.ts'
import { textOf } from './segment/document.ts'
import { type Field, fieldBits } from './segment/fields.ts'
import { foldText } from './text/fold.ts'
import { tokenize } from './text/tokenize.ts'

/** What a search shows. */
export interface Hits {
  /** What was asked for, so that an old answer is never taken for a new one. */
  query: string
  cards: Hit[]
  /** How many papers there are in all, or at least, where not every one was read. */
  total: number
  isAtLeast: boolean
  /** More are found when more are wanted. */
  hasMore: boolean
  isRelaxed: boolean
  /** How long the search took (ms). */
  tookMs: number
}

/**
 * The parts of the database (see `onWrite`) after a write to which a search may have other hits: new
 * papers, saves, tags, notes and reads.
 */
export const partsOfHits = ['segments', 'saved', 'reads']

/**
 * Searches and says of each hit why it is one; `limit` is how many are wanted. Rejects with the
 * reason of `signal` when that ends it.
 */
export async function findHits(
  db: Database,
  finder: Finder,
  query: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Hits> {
  const startedAt = performance.now()
  const { papers, total, isAtLeast, isRelaxed } = await finder.find(query, limit, signal)
  const own = await readOwn(db, query, papers)
  const cards = toHits(await toCards(db, papers), papers, query, !isRelaxed, own)
  signal?.throwIfAborted()
  const hasMore = cards.length === limit && (total > limit || isAtLeast)
  const tookMs = performance.now() - startedAt
  return { query, cards, total, isAtLeast, hasMore, isRelaxed, tookMs }
}

/** The reader's own words on papers, in their order, where the query looks into them. */
async function readOwn(
  db: Database,
  query: string,
  papers: readonly Paper[],
): Promise<(OwnWords | undefined)[]> {
  const { clauses, filters } = parseQuery(query, feedDateAt(new Date()))
  const isAnywhere = filters.isSaved === true || filters.notes !== undefined
  if (!isAnywhere && !clauses.some(({ field }) => field === 'tag')) return []
  const saved = await db.saved.bulkGet(papers.map(({ id }) => id))
  return saved.map((each) => each && { tags: each.tags, note: isAnywhere ? each.note : undefined })
}

interface OwnWords {
  tags: readonly string[]
  note?: string
}

/**
 * The cards of papers with what a query finds in each. Where each is known to hold every word
 * (`holdsAll`), one that is not there as it was typed must be there in another spelling.
 */
export function toHits(
  cards: readonly PaperCard[],
  papers: readonly Paper[],
  query: string,
  holdsAll: boolean,
  own: readonly (OwnWords | undefined)[] = [],
): Hit[] {
  const { clauses } = parseQuery(query, feedDateAt(new Date()))
  const groups = toWordGroups(clauses).filter(
    ({ isExcluded, isCommon }) => !isExcluded && !isCommon,
  )
  return cards.map((card, i) => toHit(card, papers[i] as Paper, groups, holdsAll, own[i]))
}

function toHit(
  card: PaperCard,
  paper: Paper,
  groups: readonly WordGroup[],
  holdsAll: boolean,
  own: OwnWords = { tags: [] },
): Hit {
  const { spellings, all } = holdsAll
    ? withSpellings([...Object.values(textOf(paper)), ...own.tags, own.note ?? ''], groups)
    : { spellings: [], all: groups }
  const markedTitle = markWords(tidyTex(card.title), inField('title', all))
  const inAbstract = inField('abs', all)
  const snippet =
    markSnippet(paper.abstract, inAbstract) ?? markSnippet(paper.tldr ?? '', inAbstract)
  const shown = [card.title, ...(snippet ?? []).map(({ text }) => text)].join(' ')
  const unseen = all.filter((group) => !stands(group, shown))
  const reasons: MatchReason[] = [
    ...spellings,
    ...within(paper.authors, 'author', inField('author', unseen)),
    ...within(
      paper.organization ? [paper.organization.fullName] : [],
      'organization',
      inField('org', unseen),
    ),
    ...within(paper.keywords, 'keyword', inField('tag', unseen)),
    ...within(own.tags, 'tag', inField('tag', unseen)),
  ]
  const inNote = markSnippet(
    own.note ?? '',
    unseen.filter(({ fields }) => fields === 0),
  )
  if (inNote) reasons.push({ place: 'note', text: inNote })
  return { ...card, markedTitle, snippet, reasons }
}

/** The words that may stand in a field. */
function inField(field: Field, groups: readonly WordGroup[]): WordGroup[] {
  return groups.filter(({ fields }) => fields === 0 || (fields & fieldBits[field]) !== 0)
}

function stands(group: WordGroup, text: string): boolean {
  return markWords(text, [group]).some(({ isMarked }) => isMarked)
}

const reasonsOfEach = 2

/** The names in which one of the words stands, marked. */
function within(
  names: readonly string[],
  place: MatchReason['place'],
  groups: readonly WordGroup[],
): MatchReason[] {
  return names
    .map((name) => ({ place, text: markWords(name, groups) }))
    .filter(({ text }) => text.some(({ isMarked }) => isMarked))
    .slice(0, reasonsOfEach)
}

/**
 * The words, and for each that a paper's texts do not hold as it was typed the spelling that they
 * hold: another hyphen, or a letter or two put right.
 */
function withSpellings(
  texts: readonly string[],
  groups: readonly WordGroup[],
): { spellings: MatchReason[]; all: WordGroup[] } {
  const missing = groups.filter((group) => !texts.some((text) => stands(group, text)))
  const spellings: MatchReason[] = []
  const all = [...groups]
  for (const group of missing) {
    const spelling = texts.map((text) => closest(group, text)).find((each) => each !== undefined)
    if (!spelling) continue
    spellings.push({ place: 'spelling', text: [{ text: spelling, isMarked: true }] })
    for (const word of foldText(spelling).split(/[^\p{L}\p{N}]+/u)) {
      if (word) all.push({ ...group, word, joined: [], stem: '', isPrefix: false })
    }
  }
  return { spellings, all }
}

/** The word of a text that is nearest to one of the query; undefined when none is near. */
function closest(group: WordGroup, text: string): string | undefined {
  const edits = group.word.length >= 8 ? 2 : group.word.length >= 4 ? 1 : 0
  let best: { spelling: string; distance: number } | undefined
  for (const { terms, start, end } of tokenize(text)) {
    const isJoined = terms.some((term) => term === group.word || group.joined.includes(term))
    const distance = isJoined ? 0 : editDistance(group.word, terms[0] ?? '', edits)
    if (distance > edits || (best && best.distance <= distance)) continue
    best = { spelling: text.slice(start, end), distance }
  }
  return best?.spelling
}
