import type { Paper } from '../../model/paper.ts'
import type { TermList } from '../../model/search-index.ts'
import { spellBackwards } from './backwards.ts'
import { type Block, BlockWriter } from './block.ts'
import { ByteWriter } from './bytes.ts'
import { termsOfPaper } from './document.ts'
import type { Bm25f } from './impact.ts'
import { type Posting, writePosting } from './postings.ts'
import { blockBytesOf, type NewSegment } from './segment.ts'

/** Builds a segment of papers, each given once, in any order. */
export function buildSegment(papers: readonly Paper[], parameters?: Bm25f): NewSegment {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const postings = new Map<string, Posting[]>()
  for (const [doc, paper] of sorted.entries()) {
    for (const [term, { impact, mask }] of termsOfPaper(paper, parameters)) {
      const list = postings.get(term)
      if (list) list.push({ doc, impact, mask })
      else postings.set(term, [{ doc, impact, mask }])
    }
  }
  const terms = [...postings.keys()].sort()
  const countOf = (term: string) => postings.get(term)?.length ?? 0
  const out = new ByteWriter()
  const withPapers = writeBlocks('postings', terms, countOf, (term) => {
    out.clear()
    let last = -1
    for (const posting of postings.get(term) ?? []) {
      writePosting(out, posting.doc - last - 1, posting)
      last = posting.doc
    }
    return out.view()
  })
  const backwards = terms.flatMap((term) => spellBackwards(term) ?? []).sort()
  return {
    docIds: sorted.map((paper) => paper.id),
    blocks: {
      postings: withPapers,
      words: writeBlocks('words', terms, countOf),
      backwards: writeBlocks('backwards', backwards, (term) =>
        countOf(spellBackwards(term) as string),
      ),
    },
  }
}

const nothing = new Uint8Array()

function writeBlocks(
  list: TermList,
  terms: readonly string[],
  countOf: (term: string) => number,
  write: (term: string) => Uint8Array = () => nothing,
): Block[] {
  const blocks: Block[] = []
  const writer = new BlockWriter((block) => blocks.push(block), blockBytesOf(list))
  for (const term of terms) writer.add(term, countOf(term), write(term))
  writer.flush()
  return blocks
}
