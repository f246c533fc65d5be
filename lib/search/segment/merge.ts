import type { SegmentHead, TermList } from '../../model/search-index.ts'
import { type Block, readBlock, type TermEntry } from './block.ts'
import { ByteWriter } from './bytes.ts'
import { cutFrom, type Page, pageOf } from './pages.ts'
import { packPosting, postingRoom, postingsFrom, readBefore, writePostings } from './postings.ts'
import { unsealed } from './seal.ts'
import { lastNotAfter, TermWriter } from './segment.ts'

/** A segment is merged with all smaller ones as soon as they hold this part of its papers. */
const mergeShare = 1 / 6
/** Below this many papers segments count as equal: merging them costs next to nothing. */
const smallest = 50

/** A segment to merge: its blocks, and the new number of each of its papers (-1: taken out). */
export interface MergeInput {
  head: SegmentHead
  newNumbers: Int32Array
  readBlock(list: TermList, n: number): Promise<Uint8Array>
  readPage(n: number): Promise<Uint8Array>
}

/** What one step of a merge made, and where the next one begins. */
export interface MergeStep {
  blocks: Block[]
  pages: Page[]
  /** The number of the page after the last. */
  pageCount: number
  /** Absent when all terms are merged. */
  nextTerm?: string
}

/**
 * The segments to merge next, so that each is several times larger than all smaller ones
 * together: a hundred thousand papers lie in three or four, and a paper is written anew only
 * when it moves up to a larger one.
 */
export function segmentsToMerge(heads: readonly SegmentHead[]): SegmentHead[] {
  const rising = heads.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  let last = 0
  let smaller = 0
  for (const [i, head] of rising.entries()) {
    if (i > 0 && smaller >= sizeOf(head) * mergeShare) last = i
    smaller += sizeOf(head)
  }
  if (last > 0) return rising.slice(0, last + 1)
  // A segment that is half taken out is written anew on its own.
  return heads
    .filter(({ docCount, removed }) => docCount > smallest && removed.length * 2 > docCount)
    .slice(0, 1)
}

function sizeOf({ docCount, removed }: SegmentHead): number {
  return Math.max(smallest, docCount - removed.length)
}

/**
 * Merges terms from `fromTerm` on until about `budgetBytes` are read; its pages are numbered
 * from `firstPage`. Each step can be done again: it only reads, and what it makes follows
 * from its inputs alone.
 */
export async function mergeStep(
  inputs: readonly MergeInput[],
  list: TermList,
  fromTerm: string,
  firstPage: number,
  budgetBytes: number,
): Promise<MergeStep> {
  const cursors = await Promise.all(inputs.map((input) => openCursor(input, list, fromTerm)))
  const writer = new TermWriter(firstPage)
  const out = new ByteWriter()
  let readBytes = 0
  for (;;) {
    const term = smallestTerm(cursors)
    if (term === undefined || readBytes > budgetBytes) {
      return { ...writer.finish(), ...(term !== undefined && { nextTerm: term }) }
    }
    const packed: number[] = []
    for (const cursor of cursors) {
      const { entry } = cursor
      if (entry?.term !== term) continue
      readBytes += entryBytes + entry.end - entry.start
      // Dexie loses a transaction over many awaits that wait for nothing of its own.
      const turning = list === 'words' ? cursor.turnTo(entry) : undefined
      if (turning) await turning
      if (list === 'words') collect(cursor, entry, packed)
      const reading = cursor.advance()
      if (reading) await reading
    }
    // The list without papers cannot tell whether all of a word's papers were taken out since.
    if (list === 'backwards') writer.addBare(term)
    else if (packed.length > 0) {
      out.clear()
      writePostings(out, Float64Array.from(packed).sort())
      writer.add(term, packed.length, out.view())
    }
  }
}

interface Cursor {
  entry: TermEntry | undefined
  /** The page that the term's postings lie on, once turned to. */
  page: Uint8Array
  newNumbers: Int32Array
  /** Goes on to the next term; a promise only where a block has to be read for it. */
  advance(): Promise<void> | undefined
  /** Reads the page of a term; a promise only where it is not the one read last. */
  turnTo(entry: TermEntry): Promise<void> | undefined
}

/** About what an entry takes besides its postings. */
const entryBytes = 6

async function openCursor(input: MergeInput, list: TermList, fromTerm: string): Promise<Cursor> {
  const { head, newNumbers } = input
  const firstTerms = head.firstTerms[list]
  let block = Math.max(0, lastNotAfter(firstTerms, fromTerm))
  let entries: TermEntry[] = []
  let index = -1
  let number = -1
  const cursor: Cursor = {
    entry: undefined,
    page: new Uint8Array(),
    newNumbers,
    advance() {
      cursor.entry = entries[++index]
      return cursor.entry || block >= firstTerms.length ? undefined : readNext()
    },
    turnTo(entry) {
      const page = pageOf(entry)
      return page === number ? undefined : read(page)
    },
  }
  async function readNext(): Promise<void> {
    entries = readBlock(await input.readBlock(list, block++))
    index = 0
    cursor.entry = entries[0]
  }
  async function read(page: number): Promise<void> {
    cursor.page = await input.readPage(page)
    // What is damaged would be sealed anew.
    unsealed(cursor.page)
    number = page
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

function collect({ page, newNumbers }: Cursor, entry: TermEntry, into: number[]): void {
  const { bytes, start, end } = cutFrom(page, entry)
  const postings = postingsFrom(bytes, start, end)
  let count = readBefore(postings, Number.POSITIVE_INFINITY, room)
  while (count > 0) {
    for (let i = 0; i < count; i++) {
      const number = newNumbers[room.docs[i] as number] ?? -1
      if (number < 0) continue
      into.push(packPosting(number, room.impacts[i] as number, room.masks[i] as number))
    }
    count = readBefore(postings, Number.POSITIVE_INFINITY, room)
  }
}

const room = postingRoom(1024)
