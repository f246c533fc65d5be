/** How well a text answers what was typed, and which of its letters do. */
export interface FuzzyMatch {
  /** Above 0; only good for comparing. */
  score: number
  /** Indexes into the text, rising. */
  at: readonly number[]
}

/**
 * Matches each word that was typed somewhere in the text: best as a whole word or its beginning,
 * then inside one, then as letters in this order, such as initials (`td` in "to day"). Undefined
 * when one of them is not there. Accents and case count for nothing. Nothing typed matches all.
 */
export function fuzzyMatch(typed: string, text: string): FuzzyMatch | undefined {
  const letters = [...text].map(fold)
  const places = new Set<number>()
  let score = 1
  for (const word of typed.trim().split(/\s+/).filter(Boolean)) {
    const found = findWord([...word].map(fold), letters)
    if (!found) return undefined
    score += found.score
    for (const index of found.at) places.add(index)
  }
  return { score, at: toUnits(text, places) }
}

/**
 * How well a word answers a list of words that nobody sees: it begins one of them or, when it is
 * long enough to mean something, stands in one. Strewn letters are no answer, since a long list
 * has them all. Scores are those of `fuzzyMatch`; undefined when it is not there.
 */
export function scoreAmong(word: string, words: string): number | undefined {
  const [sought = [], list = []] = [word, words].map((text) => [...text].map(fold))
  let score: number | undefined
  for (let start = 0; start + sought.length <= list.length; start++) {
    if (!sought.every((letter, i) => letter === list[start + i])) continue
    if (startsWord(list, start)) return 20 + 10 * (sought.length - 1)
    // A word of Chinese is two characters long.
    if (sought.length > 2 || /[^ -~]/.test(word)) score = 4 + 10 * (sought.length - 1)
  }
  return score
}

/** One letter without its case and accents; what has more than one stays what it is. */
function fold(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || letter
}

function findWord(word: readonly string[], letters: readonly string[]): FuzzyMatch | undefined {
  let best: FuzzyMatch | undefined
  for (let start = 0; start < letters.length; start++) {
    if (letters[start] !== word[0]) continue
    const match = matchFrom(word, letters, start)
    if (match && match.score > (best?.score ?? 0)) best = match
  }
  return best
}

/** From one place on: the letters at once, or each at the next place, best at a word's beginning. */
function matchFrom(
  word: readonly string[],
  letters: readonly string[],
  start: number,
): FuzzyMatch | undefined {
  const at = [start]
  let score = startsWord(letters, start) ? 20 : 4
  for (const letter of word.slice(1)) {
    const last = at.at(-1) as number
    const next = letters[last + 1] === letter ? last + 1 : nextPlace(letter, letters, last + 1)
    if (next === undefined) return undefined
    // What follows at once counts most, a beginning nearly as much, a gap costs.
    score += next === last + 1 ? 10 : startsWord(letters, next) ? 8 : Math.max(-4, 2 - next + last)
    at.push(next)
  }
  // Letters strewn over a text are no answer.
  const isStrewn = score < word.length * 6
  return isStrewn ? undefined : { score: score - letters.length / 100 - start / 50, at }
}

/** The next beginning of a word with this letter, or else the next such letter. */
function nextPlace(letter: string, letters: readonly string[], from: number): number | undefined {
  let first: number | undefined
  for (let index = from; index < letters.length; index++) {
    if (letters[index] !== letter) continue
    if (startsWord(letters, index)) return index
    first ??= index
  }
  return first
}

function startsWord(letters: readonly string[], index: number): boolean {
  return index === 0 || !/[\p{L}\p{N}]/u.test(letters[index - 1] ?? '')
}

/** From the numbers of letters to those of the string, where some letters are two units. */
function toUnits(text: string, places: ReadonlySet<number>): number[] {
  const units: number[] = []
  let unit = 0
  for (const [index, letter] of [...text].entries()) {
    if (places.has(index)) units.push(unit)
    unit += letter.length
  }
  return units
}
