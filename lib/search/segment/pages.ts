import { ByteWriter } from './bytes.ts'
import { sealed } from './seal.ts'

/** Bytes of postings on a page, its checksum not counted. */
export const pageBytes = 4 * 1024

/**
 * Cuts postings, one term's after another's, into pages. A term's postings are known by the
 * place of their first byte among all pages, the number of the page times {@link pageBytes}
 * plus the place on it, and may run over several pages.
 */
export class PageWriter {
  readonly pages: Uint8Array<ArrayBuffer>[] = []
  #out = new ByteWriter(pageBytes + 8)
  #page: number

  /** Pages are numbered from `firstPage` on. */
  constructor(firstPage = 0) {
    this.#page = firstPage
  }

  /** Writes the postings of the next term; returns where they begin. */
  add(postings: Uint8Array): number {
    if (this.#out.length === pageBytes) this.flush()
    const start = this.#page * pageBytes + this.#out.length
    if (this.#out.length + postings.length <= pageBytes) {
      this.#out.bytes(postings)
      return start
    }
    for (let at = 0; at < postings.length; ) {
      if (this.#out.length === pageBytes) this.flush()
      const end = at + pageBytes - this.#out.length
      this.#out.bytes(postings.subarray(at, end))
      at = end
    }
    return start
  }

  /** Closes the page under way; the next postings begin on a new one. */
  flush(): void {
    if (this.#out.length === 0) return
    this.pages.push(sealed(this.#out))
    this.#page++
    this.#out.clear()
  }
}

/** The first and the last page of postings that lie from `start` to before `end`. */
export function pagesOf({ start, end }: { start: number; end: number }): [number, number] {
  return [Math.floor(start / pageBytes), Math.floor(Math.max(start, end - 1) / pageBytes)]
}

/** Postings by the runs of neighbouring pages that they lie on, in the order of the pages. */
export function runsOf<Lying extends { start: number; end: number }>(
  entries: readonly Lying[],
): { from: number; to: number; entries: Lying[] }[] {
  const runs: { from: number; to: number; entries: Lying[] }[] = []
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = pagesOf(entry)
    const run = runs.at(-1)
    if (run && from <= run.to + 1) {
      run.to = Math.max(run.to, to)
      run.entries.push(entry)
    } else runs.push({ from, to, entries: [entry] })
  }
  return runs
}

/** The bytes of some postings, of the pages they lie on. */
export function cutFrom(
  pages: readonly Uint8Array[],
  { start, end }: { start: number; end: number },
): { bytes: Uint8Array; start: number; end: number } {
  const [only] = pages
  const offset = start % pageBytes
  const length = end - start
  if (only && pages.length === 1) return { bytes: only, start: offset, end: offset + length }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const [i, page] of pages.entries()) {
    const from = i === 0 ? offset : 0
    const part = page.subarray(from, Math.min(pageBytes, from + length - at))
    bytes.set(part, at)
    at += part.length
  }
  return { bytes, start: 0, end: length }
}
