import type { Database } from '../db/database.ts'
import type { SegmentHead } from '../model/search-index.ts'
import type { IndexReader } from './index-reader.ts'
import { holdsWord, termsOf } from './match-words.ts'
import { fewPapers } from './query/correct.ts'
import type { Alternative } from './query/expand.ts'
import type { Clause } from './query/parse-query.ts'
import type { WordGroup } from './query/word-groups.ts'
import { isSequence, phraseOf } from './rank/phrases.ts'
import { ByteWriter } from './segment/bytes.ts'
import { fieldBits, usualMask } from './segment/fields.ts'
import { keyOfPaper, type PaperKey } from './segment/packed-id.ts'
import { packPosting, writePostings } from './segment/postings.ts'
import { plainText } from './text/fold.ts'

/** A note as it is searched. */
interface Note {
  /** Folded, for phrases. */
  plain: string
  terms: ReadonlySet<string>
}

/** What the reader wrote counts as much as a word that stands in a text several times. */
const impact = 192

/**
 * The tags and notes of saved papers. They are few and short: they are not in the index but read
 * where they lie, notes once until one of them changes.
 */
export class OwnText {
  #db: Database
  #notes: Promise<Map<PaperKey, Note>> | undefined

  constructor(db: Database) {
    this.#db = db
    db.onWrite(['saved/stamps.note', 'saved/:dels'], () => {
      this.#notes = undefined
    })
  }

  /** The notes by the keys of their papers. */
  notes(): Promise<Map<PaperKey, Note>> {
    this.#notes ??= this.#readNotes()
    this.#notes.catch(() => {
      this.#notes = undefined
    })
    return this.#notes
  }

  /** The keys of the papers with a tag that passes. */
  async tagged(passes: (tag: string) => boolean): Promise<PaperKey[]> {
    const tags = (await this.#db.saved.orderBy('tags').uniqueKeys()) as string[]
    const keys = await Promise.all(
      tags.filter(passes).map((tag) => this.#db.saved.where('tags').equals(tag).primaryKeys()),
    )
    return keys.flat().map(keyOfPaper)
  }

  /** The keys of the papers whose tags hold a word; with `isAnywhere`, also whose notes do. */
  async holding(group: WordGroup, isAnywhere: boolean): Promise<Set<PaperKey>> {
    const [tagged, notes] = await Promise.all([
      this.tagged((tag) => holdsWord(termsOf(tag), group)),
      isAnywhere ? this.notes() : undefined,
    ])
    const noted = [...(notes ?? [])].filter(([, { terms }]) => holdsWord(terms, group))
    return new Set([...tagged, ...noted.map(([id]) => id)])
  }

  /** The same of a phrase, folded and with a space at each end. */
  async holdingPhrase(phrase: string, isAnywhere: boolean): Promise<Set<PaperKey>> {
    const [tagged, notes] = await Promise.all([
      this.tagged((tag) => plainText(tag).includes(phrase)),
      isAnywhere ? this.notes() : undefined,
    ])
    const noted = [...(notes ?? [])].filter(([, { plain }]) => plain.includes(phrase))
    return new Set([...tagged, ...noted.map(([id]) => id)])
  }

  async #readNotes(): Promise<Map<PaperKey, Note>> {
    const saved = await this.#db.saved.where('stamps.note').above('').toArray()
    return new Map(
      saved.flatMap(({ id, note }) =>
        note ? [[keyOfPaper(id), { plain: plainText(note), terms: termsOf(note) }]] : [],
      ),
    )
  }
}

/**
 * The terms by which saved papers count for a word by what the reader wrote: by their tags where
 * keywords are asked for, by their notes as well where only saved papers are.
 */
export function ownAlternatives(
  own: OwnText,
  reader: IndexReader,
  heads: readonly SegmentHead[],
  isSavedOnly: boolean,
): (group: WordGroup) => Promise<Alternative[]> {
  return async (group) => {
    if (!isInOwnText(group.fields, isSavedOnly)) return []
    const ids = await own.holding(group, group.fields === 0)
    return ids.size === 0 ? [] : [await asAlternative(reader, heads, group, ids)]
  }
}

/** The saved papers, by key, whose tags or notes hold the phrases of a query. */
export async function ownPhrases(
  own: OwnText,
  clauses: readonly Clause[],
  isSavedOnly: boolean,
): Promise<ReadonlyMap<Clause, ReadonlySet<PaperKey>>> {
  const asked = clauses.filter(
    (clause) =>
      isSequence(clause) && isInOwnText(clause.field ? fieldBits[clause.field] : 0, isSavedOnly),
  )
  const found = await Promise.all(
    asked.map((clause) => own.holdingPhrase(phraseOf(clause), clause.field === undefined)),
  )
  return new Map(asked.map((clause, i) => [clause, found[i] ?? new Set()]))
}

/** True when tags, or for fields of 0 notes as well, are looked into. */
function isInOwnText(fields: number, isSavedOnly: boolean): boolean {
  return fields === fieldBits.tag || (fields === 0 && isSavedOnly)
}

/** Papers, by key, as a term that those in the index hold. */
async function asAlternative(
  reader: IndexReader,
  heads: readonly SegmentHead[],
  { word, fields }: WordGroup,
  ids: ReadonlySet<PaperKey>,
): Promise<Alternative> {
  const rising = Float64Array.from([...ids].filter((id) => typeof id === 'number')).sort()
  const found = await Promise.all(
    heads.map(async (segment) => {
      const docs = await reader.docsOf(segment, rising)
      const out = new ByteWriter()
      const mask = fields === 0 ? usualMask : fieldBits.tag
      writePostings(
        out,
        docs.map((doc) => packPosting(doc, impact, mask)),
      )
      const bytes = out.take()
      return { segment, term: word, count: docs.length, bytes, start: 0, end: bytes.length }
    }),
  )
  // However few, what the reader wrote is not mistyped.
  const holding = Math.max(fewPapers, ids.size)
  return { term: word, factor: 1, found, holding, isCorrection: false }
}
