import { ByteWriter } from './bytes.ts'
import { sealed } from './seal.ts'

/** Bytes of postings on a page, its checksum not counted, where no term has more. */
export const pageBytes = 4 * 1024

/** Where some bytes of postings lie among all those of a segment. */
export interface Place {
  start: number
  end: number
}

/** A page as it is stored, under its number. */
export interface Page {
  n: number
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Where the next term's postings, `length` bytes of them, begin after those that lie from `start`
 * to `end`: on the page under way as far as they fit and that is not one of its own, or else on
 * the next page.
 */
export function startAfter(start: number, end: number, length: number): number {
  const isPageOpen = end - start <= pageBytes && (end % pageBytes) + length <= pageBytes
  return isPageOpen ? end : pageAfter(end) * pageBytes
}

/** The number of the page that a place is on. */
export function pageOf({ start }: Place): number {
  return Math.floor(start / pageBytes)
}

/** The number of the first page that begins at a place or after it. */
export function pageAfter(end: number): number {
  return Math.ceil(end / pageBytes)
}

/**
 * Puts postings, one term's after another's, on pages. All of one term lie on one page, since
 * each page is a record to read: what is longer than a page is one of its own, and the numbers
 * of the pages that it would take belong to it. A place is the number of its page, times
 * {@link pageBytes}, plus the place on it.
 */
export class PageWriter {
  readonly pages: Page[] = []
  #out = new ByteWriter(pageBytes + 8)
  #last: Place

  /** Pages are numbered from `firstPage` on. */
  constructor(firstPage = 0) {
    this.#last = { start: firstPage * pageBytes, end: firstPage * pageBytes }
  }

  /** The number of the page after all those written. */
  get pageCount(): number {
    return pageAfter(this.#last.end)
  }

  /** Writes the postings of the next term; returns where they begin. */
  add(postings: Uint8Array): number {
    const start = startAfter(this.#last.start, this.#last.end, postings.length)
    const place = { start, end: start + postings.length }
    if (pageOf(place) !== pageOf(this.#last)) this.flush()
    this.#last = place
    this.#out.bytes(postings)
    return start
  }

  /** Closes the page under way; the next postings begin on a new one. */
  flush(): void {
    if (this.#out.length === 0) return
    this.pages.push({ n: pageOf(this.#last), bytes: sealed(this.#out) })
    this.#last = { start: this.pageCount * pageBytes, end: this.pageCount * pageBytes }
    this.#out.clear()
  }
}

/** Places by the runs of neighbouring pages that they lie on, in the order of the pages. */
export function runsOf<Lying extends Place>(
  places: readonly Lying[],
): { pages: number[]; places: Lying[] }[] {
  const runs: { pages: number[]; places: Lying[]; next: number }[] = []
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    const page = pageOf(place)
    const run = runs.at(-1)
    const next = pageAfter(place.end)
    if (!run || page > run.next) runs.push({ pages: [page], places: [place], next })
    else {
      if (run.pages.at(-1) !== page) run.pages.push(page)
      run.places.push(place)
      run.next = next
    }
  }
  return runs
}

/** The bytes of a place, of the page it is on. */
export function cutFrom(bytes: Uint8Array, { start, end }: Place) {
  const at = start % pageBytes
  return { bytes, start: at, end: at + end - start }
}
