import type { Database } from '../db/database.ts'
import { toCards } from '../db/papers.ts'
import type { PaperCard } from '../model/card.ts'
import { feedDateAt } from '../model/feed-date.ts'
import type { Hit, MatchReason } from '../model/hit.ts'
import type { Paper } from '../model/paper.ts'
import { bareSiteIdIn, siteIdIn } from '../model/paper-address.ts'
import { arxivIdIn } from '../model/read-arxiv-id.ts'
import { tidyTex } from '../model/tex/tidy-tex.ts'
import type { Finder } from './finder.ts'
import { parseQuery } from './query/parse-query.ts'
import { isTelling, mayStandIn, toWordGroups, type WordGroup } from './query/word-groups.ts'
import { markSnippet, markWords } from './rank/marks.ts'
import { type FieldText, findSpellings, isHeld, withTerms } from './rank/spellings.ts'
import { textOf } from './segment/document.ts'
import type { Field } from './segment/fields.ts'

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
  const asked = whatIsAsked(query, papers)
  return cards.map((card, i) => toHit(card, papers[i] as Paper, asked, holdsAll, own[i]))
}

/** The words of a query that can be shown, and those of notes. */
interface Asked {
  groups: readonly WordGroup[]
  ofNotes: readonly WordGroup[]
}

function whatIsAsked(query: string, papers: readonly Paper[]): Asked {
  const pasted = arxivIdIn(query) ?? siteIdIn(query) ?? bareSiteIdIn(query)
  if (papers.some(({ id }) => id === pasted)) return { groups: [], ofNotes: [] }
  const { clauses, filters } = parseQuery(query, feedDateAt(new Date()))
  const notes = (filters.notes ?? []).map((note) => ({ ...note, isPhrase: true, isPrefix: true }))
  const [groups, ofNotes] = [clauses, notes].map((some) =>
    toWordGroups(some).filter(isTelling),
  ) as [WordGroup[], WordGroup[]]
  return { groups, ofNotes }
}

function toHit(
  card: PaperCard,
  paper: Paper,
  { groups, ofNotes }: Asked,
  holdsAll: boolean,
  own: OwnWords = { tags: [] },
): Hit {
  const typed = inSight(card, paper, groups)
  const { spellings, corrected } = holdsAll
    ? findSpellings(textsOf(paper, own), typed.unseen)
    : { spellings: [], corrected: [] }
  const { markedTitle, snippet, unseen } =
    corrected.length > 0 ? inSight(card, paper, [...groups, ...corrected]) : typed
  const reasons: MatchReason[] = [
    ...spellings,
    ...within(paper.authors, 'author', inField('author', unseen)),
    // By its full name, or else the short one, such as a name on Hugging Face.
    ...within(organizationNames(paper), 'organization', inField('org', unseen)).slice(0, 1),
    ...within(paper.keywords, 'keyword', inField('tag', unseen)),
    ...within(own.tags, 'tag', inField('tag', unseen)),
  ]
  const inNote = markSnippet(own.note ?? '', [
    ...ofNotes,
    ...unseen.filter(({ fields }) => fields === 0),
  ])
  if (inNote) reasons.push({ place: 'note', text: inNote })
  return { ...card, markedTitle, snippet, reasons }
}

/** What of a paper is shown with the words of a query marked, and the words not seen in it. */
function inSight(card: PaperCard, paper: Paper, groups: readonly WordGroup[]) {
  const title = tidyTex(card.title)
  const markedTitle = markWords(title, inField('title', groups))
  const inAbstract = inField('abs', groups)
  const snippet =
    markSnippet(paper.abstract, inAbstract) ?? markSnippet(paper.tldr ?? '', inAbstract)
  const shown = withTerms([
    { field: 'title', text: title },
    { field: 'abs', text: (snippet ?? []).map(({ text }) => text).join('') },
  ])
  return { markedTitle, snippet, unseen: groups.filter((group) => !isHeld(group, shown)) }
}

function textsOf(paper: Paper, own: OwnWords): FieldText[] {
  const fields = Object.entries(textOf(paper)) as [Field, string][]
  return [
    ...fields.map(([field, text]) => ({ field, text })),
    ...own.tags.map((text) => ({ field: 'tag' as const, text })),
    { text: own.note ?? '' },
  ]
}

function organizationNames({ organization }: Paper): string[] {
  return organization ? [organization.fullName, organization.name] : []
}

/** The words that may stand in a field. */
function inField(field: Field, groups: readonly WordGroup[]): WordGroup[] {
  return groups.filter((group) => mayStandIn(field, group))
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
