import { type Bm25f, impactOf } from './impact.ts'
import { packPosting } from './postings.ts'

/** Terms and postings that there is room for before the lists grow. */
const roomAtFirst = 4096

/** The postings of a term: those of a list from one place to another. */
interface TermPostings {
  term: string
  packed: Uint32Array
  from: number
  to: number
}

/**
 * The terms of some papers with their postings, gathered in lists of numbers: hundreds of papers
 * have ten thousands of postings, and as many objects take longer to clear away than to make.
 * Room for half a million papers.
 */
export class TermTable {
  #numbers = new Map<string, number>()
  /** Of each term: the last paper that holds it, and the sum of its weights and its fields there. */
  #lastDocs = new Int32Array(roomAtFirst)
  #frequencies = new Float64Array(roomAtFirst)
  #masks = new Uint8Array(roomAtFirst)
  /** How many papers hold each. */
  #counts = new Uint32Array(roomAtFirst)
  /** The terms of the paper under way. */
  #held = new Uint32Array(roomAtFirst)
  #heldCount = 0
  #doc = 0
  /** The postings of all papers before, as they came: the term of each, and the rest of it. */
  #terms = new Uint32Array(roomAtFirst)
  #packed = new Uint32Array(roomAtFirst)
  #length = 0

  /** Counts an occurrence in the paper under way: what it weighs, and the bit of its field. */
  add(term: string, weight: number, bit: number): void {
    const number = this.#numbers.get(term) ?? this.#numberOf(term)
    // Papers count from 1 here, so that 0 is none.
    if (this.#lastDocs[number] !== this.#doc + 1) {
      this.#lastDocs[number] = this.#doc + 1
      this.#frequencies[number] = 0
      this.#masks[number] = 0
      this.#held[this.#heldCount++] = number
    }
    this.#frequencies[number] = (this.#frequencies[number] as number) + weight
    this.#masks[number] = (this.#masks[number] as number) | bit
  }

  /** Ends the paper under way; the next has the next number. */
  endPaper(parameters?: Bm25f): void {
    while (this.#length + this.#heldCount > this.#packed.length) {
      this.#terms = doubled(this.#terms)
      this.#packed = doubled(this.#packed)
    }
    for (let i = 0; i < this.#heldCount; i++) {
      const number = this.#held[i] as number
      const impact = impactOf(this.#frequencies[number] as number, parameters)
      this.#terms[this.#length] = number
      this.#packed[this.#length++] = packPosting(this.#doc, impact, this.#masks[number] as number)
      this.#counts[number] = (this.#counts[number] as number) + 1
    }
    this.#heldCount = 0
    this.#doc++
  }

  /** The terms that papers hold, by rising code units. */
  postings(): TermPostings[] {
    const packed = new Uint32Array(this.#length)
    const ends = new Uint32Array(this.#numbers.size)
    let from = 0
    const terms = [...this.#numbers.keys()].sort().map((term) => {
      const number = this.#numbers.get(term) as number
      const to = from + (this.#counts[number] as number)
      const postings = { term, packed, from, to }
      ends[number] = from
      from = to
      return postings
    })
    for (let i = 0; i < this.#length; i++) {
      const number = this.#terms[i] as number
      const at = ends[number] as number
      packed[at] = this.#packed[i] as number
      ends[number] = at + 1
    }
    return terms
  }

  #numberOf(term: string): number {
    const number = this.#numbers.size
    this.#numbers.set(term, number)
    if (number === this.#counts.length) {
      this.#lastDocs = doubled(this.#lastDocs)
      this.#frequencies = doubled(this.#frequencies)
      this.#masks = doubled(this.#masks)
      this.#counts = doubled(this.#counts)
      this.#held = doubled(this.#held)
    }
    return number
  }
}

function doubled<List extends Int32Array | Uint32Array | Float64Array | Uint8Array>(
  list: List,
): List {
  const larger = new (list.constructor as new (length: number) => List)(list.length * 2)
  larger.set(list)
  return larger
}
