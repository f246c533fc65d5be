/** A reproducible source of randomness: the same seed always tells the same story. */
export type SeededRandom = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  chance: (probability: number) => boolean
  /** @throws RangeError when `items` is empty. */
  pick: <T>(items: readonly T[]) => T
  /** A shuffled copy. */
  shuffle: <T>(items: readonly T[]) => T[]
  /** `length` lower-case hexadecimal digits. */
  hex: (length: number) => string
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for sample data. */
export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))

  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('Cannot pick from an empty list')
      return items[between(0, items.length - 1)] as T
    },
    shuffle: <T>(items: readonly T[]): T[] => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = between(0, last)
        const held = shuffled[last] as T
        shuffled[last] = shuffled[other] as T
        shuffled[other] = held
      }
      return shuffled
    },
    hex: (length) => Array.from({ length }, () => between(0, 15).toString(16)).join(''),
  }
}
