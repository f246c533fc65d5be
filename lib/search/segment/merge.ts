import type { SegmentHead, TermList } from '../../model/search-index.ts'
import { type Block, BlockWriter, readBlock, type TermEntry } from './block.ts'
import { ByteWriter } from './bytes.ts'
import { eachPosting, writePosting } from './postings.ts'
import { blockBytesOf, lastNotAfter } from './segment.ts'

/** How many segments of about one size are merged into one. */
const mergeFactor = 8

/** A segment to merge: its blocks, and the new number of each of its papers (-1: taken out). */
export interface MergeInput {
  head: SegmentHead
  newNumbers: Int32Array
  readBlock(list: TermList, n: number): Promise<Uint8Array>
}

/** What one step of a merge made, and where the next one begins. */
export interface MergeStep {
  blocks: Block[]
  /** Absent when all terms are merged. */
  nextTerm?: string
}

/**
 * The segments to merge next: those of the lowest tier that has enough of them. Tiers are
 * powers of {@link mergeFactor}, so a paper is written anew once a tier, not once a day.
 */
export function segmentsToMerge(heads: readonly SegmentHead[]): SegmentHead[] {
  const tiers = Map.groupBy(heads, tierOf)
  const full = [...tiers.keys()]
    .sort((a, b) => a - b)
    .find((tier) => (tiers.get(tier)?.length ?? 0) >= mergeFactor)
  if (full !== undefined) return tiers.get(full) as SegmentHead[]
  // A segment that is half taken out is written anew on its own.
  return heads
    .filter((head) => head.docCount > 64 && head.removed.length * 2 > head.docCount)
    .slice(0, 1)
}

function tierOf(head: SegmentHead): number {
  return Math.floor(Math.log(Math.max(head.docCount, mergeFactor)) / Math.log(mergeFactor))
}

/**
 * Merges terms from `fromTerm` on until about `budgetBytes` are read. Each step can be done
 * again: it only reads, and what it makes follows from its inputs alone.
 */
export async function mergeStep(
  inputs: readonly MergeInput[],
  list: TermList,
  fromTerm: string,
  budgetBytes: number,
): Promise<MergeStep> {
  const cursors = await Promise.all(inputs.map((input) => openCursor(input, list, fromTerm)))
  const blocks: Block[] = []
  const writer = new BlockWriter((block) => blocks.push(block), blockBytesOf(list))
  const out = new ByteWriter()
  let readBytes = 0
  for (;;) {
    const term = smallestTerm(cursors)
    if (term === undefined || readBytes > budgetBytes) {
      writer.flush()
      return term === undefined ? { blocks } : { blocks, nextTerm: term }
    }
    const packed: number[] = []
    let count = 0
    for (const cursor of cursors) {
      if (cursor.entry?.term !== term) continue
      readBytes += entryBytes + cursor.entry.end - cursor.entry.start
      count += cursor.entry.count
      collect(cursor, packed)
      // Dexie loses a transaction over many awaits that wait for nothing of its own.
      const reading = cursor.advance()
      if (reading) await reading
    }
    out.clear()
    writeSorted(out, Float64Array.from(packed).sort())
    // The lists without papers cannot tell which of a word's papers were taken out since.
    if (list === 'postings') count = packed.length
    if (count > 0) writer.add(term, count, out.view())
  }
}

interface Cursor {
  entry: TermEntry | undefined
  bytes: Uint8Array
  newNumbers: Int32Array
  /** Goes on to the next term; a promise only where a block has to be read for it. */
  advance(): Promise<void> | undefined
}

/** About what an entry takes besides its postings. */
const entryBytes = 6

async function openCursor(input: MergeInput, list: TermList, fromTerm: string): Promise<Cursor> {
  const { head, newNumbers } = input
  const firstTerms = head.firstTerms[list]
  let block = Math.max(0, lastNotAfter(firstTerms, fromTerm))
  let entries: TermEntry[] = []
  let index = -1
  const cursor: Cursor = {
    entry: undefined,
    bytes: new Uint8Array(),
    newNumbers,
    advance() {
      cursor.entry = entries[++index]
      return cursor.entry || block >= firstTerms.length ? undefined : readNext()
    },
  }
  async function readNext(): Promise<void> {
    cursor.bytes = await input.readBlock(list, block++)
    entries = readBlock(cursor.bytes)
    index = 0
    cursor.entry = entries[0]
  }
  await cursor.advance()
  while (cursor.entry && cursor.entry.term < fromTerm) {
    const reading = cursor.advance()
    if (reading) await reading
  }
  return cursor
}

function smallestTerm(cursors: readonly Cursor[]): string | undefined {
  let smallest: string | undefined
  for (const { entry } of cursors) {
    if (entry && (smallest === undefined || entry.term < smallest)) smallest = entry.term
  }
  return smallest
}

// A posting in one number that sorts by paper: the number, 8 bits of impact, 5 of mask.
function collect({ entry, bytes, newNumbers }: Cursor, into: number[]): void {
  if (!entry) return
  eachPosting(bytes, entry.start, entry.end, (doc, impact, mask) => {
    const number = newNumbers[doc] ?? -1
    if (number >= 0) into.push(number * 8192 + impact * 32 + mask)
  })
}

function writeSorted(out: ByteWriter, packed: Float64Array): void {
  let last = -1
  for (const posting of packed) {
    const doc = Math.floor(posting / 8192)
    const rest = posting - doc * 8192
    writePosting(out, doc - last - 1, { doc, impact: rest >>> 5, mask: rest & 31 })
    last = doc
  }
}
