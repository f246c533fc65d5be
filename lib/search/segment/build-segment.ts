import type { Paper } from '../../model/paper.ts'
import { spellBackwards } from './backwards.ts'
import { BlockWriter } from './block.ts'
import { ByteWriter } from './bytes.ts'
import { columnsOf } from './columns.ts'
import { termsOfPaper } from './document.ts'
import type { Bm25f } from './impact.ts'
import { packId } from './packed-id.ts'
import { packPosting, writePostings } from './postings.ts'
import { type NewSegment, TermWriter } from './segment.ts'

/** Builds a segment of papers, each given once, in any order. */
export function buildSegment(papers: readonly Paper[], parameters?: Bm25f): NewSegment {
  const sorted = papers.toSorted((a, b) => packId(a.id) - packId(b.id))
  const postings = new Map<string, number[]>()
  for (const [doc, paper] of sorted.entries()) {
    for (const [term, { impact, mask }] of termsOfPaper(paper, parameters)) {
      const posting = packPosting(doc, impact, mask)
      const list = postings.get(term)
      if (list) list.push(posting)
      else postings.set(term, [posting])
    }
  }
  const terms = [...postings.keys()].sort()
  const writer = new TermWriter()
  const out = new ByteWriter()
  for (const term of terms) {
    const list = postings.get(term) as number[]
    out.clear()
    writePostings(out, list)
    writer.add(term, list.length, out.view())
  }
  const { blocks, pages, pageCount } = writer.finish()
  const backwards = new BlockWriter()
  for (const spelt of terms.flatMap((term) => spellBackwards(term) ?? []).sort()) {
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
