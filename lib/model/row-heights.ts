/**
 * Where the rows of a long list lie, of which only those near the window are drawn: as tall as
 * each was measured, or as it is guessed to be until then.
 */
export class RowHeights {
  #guess: number
  #measured = new Map<string, number>()
  #ids: readonly string[] = []
  #places = new Map<string, number>()
  /** The top of each row, and the end of the last; whole up to `#wholeTo`. */
  #tops = new Float64Array(1)
  #wholeTo = 0

  constructor(guess: number) {
    this.#guess = guess
  }

  /** Takes another list; rows that were measured keep their height. */
  setIds(ids: readonly string[]): void {
    if (ids === this.#ids) return
    this.#ids = ids
    this.#places = new Map(ids.map((id, i) => [id, i]))
    this.#tops = new Float64Array(ids.length + 1)
    this.#wholeTo = 0
  }

  /** Notes how tall a row is; true when that is new. */
  measure(id: string, height: number): boolean {
    if (this.#measured.get(id) === height) return false
    this.#measured.set(id, height)
    this.#wholeTo = Math.min(this.#wholeTo, this.#places.get(id) ?? Number.POSITIVE_INFINITY)
    return true
  }

  /** Forgets all heights, which another width makes wrong; guesses what the last ones were. */
  forget(): void {
    const heights = [...this.#measured.values()]
    if (heights.length > 0) {
      this.#guess = heights.reduce((sum, height) => sum + height, 0) / heights.length
    }
    this.#measured.clear()
    this.#wholeTo = 0
  }

  /** The place of a row in the list, or -1. */
  placeOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  /** Where a row begins, from the top of the list; that of the number of rows is the end. */
  top(index: number): number {
    const last = Math.min(Math.max(index, 0), this.#ids.length)
    for (; this.#wholeTo < last; this.#wholeTo++) {
      const id = this.#ids[this.#wholeTo] as string
      const height = this.#measured.get(id) ?? this.#guess
      this.#tops[this.#wholeTo + 1] = (this.#tops[this.#wholeTo] as number) + height
    }
    return this.#tops[last] as number
  }

  get total(): number {
    return this.top(this.#ids.length)
  }

  /** The row that a place in the list falls in; the first or the last for one outside. */
  indexAt(y: number): number {
    this.top(this.#ids.length)
    let low = 0
    let high = Math.max(0, this.#ids.length - 1)
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#tops[middle] as number) <= y) low = middle
      else high = middle - 1
    }
    return low
  }
}
