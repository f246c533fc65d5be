import type { Paper } from '../../model/paper.ts'
import { spellBackwards } from './backwards.ts'
import { BlockWriter } from './block.ts'
import { ByteWriter } from './bytes.ts'
import { columnsOf } from './columns.ts'
import { eachOccurrence } from './document.ts'
import type { Bm25f } from './impact.ts'
import { packId } from './packed-id.ts'
import { writePostings } from './postings.ts'
import { type NewSegment, TermWriter } from './segment.ts'
import { TermTable } from './term-table.ts'

/** Builds a segment of papers, each given once, in any order. */
export function buildSegment(papers: readonly Paper[], parameters?: Bm25f): NewSegment {
  const sorted = papers.toSorted((a, b) => packId(a.id) - packId(b.id))
  const table = new TermTable()
  for (const paper of sorted) {
    eachOccurrence(paper, (term, weight, bit) => table.add(term, weight, bit), parameters)
    table.endPaper(parameters)
  }
  const terms = table.postings()
  const writer = new TermWriter()
  const out = new ByteWriter()
  for (const { term, packed, from, to } of terms) {
    out.clear()
    writePostings(out, packed, from, to)
    writer.add(term, to - from, out.view())
  }
  const { blocks, pages, pageCount } = writer.finish()
  const backwards = new BlockWriter()
  for (const spelt of terms.flatMap(({ term }) => spellBackwards(term) ?? []).sort()) {
    backwards.addBare(spelt)
  }
  backwards.flush()
  return {
    columns: columnsOf(sorted),
    blocks: { words: blocks, backwards: backwards.blocks },
    pages,
    pageCount,
  }
}
