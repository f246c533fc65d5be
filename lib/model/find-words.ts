/** A part of a text, from `start` up to `end`, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** The words of what was typed, as {@link foldText} leaves them. */
export function wordsOf(query: string): string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/**
 * The text in small letters without accents, and just as long: each unit stays where it was, so
 * that what is found in one can be marked in the other. A Korean syllable is no letter with an
 * accent and stays whole.
 */
export function foldText(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldUnit(text[at] as string)).join('')
}

function foldUnit(unit: string): string {
  const [letter = unit, ...rest] = unit.normalize('NFD')
  const plain = rest.length > 0 && rest.every((each) => /\p{M}/u.test(each)) ? letter : unit
  const small = plain.toLowerCase()
  return small.length === 1 ? small : plain
}

/** Where any of the words are in a text, in its order; those that overlap are one. */
export function findWords(text: string, words: readonly string[]): Span[] {
  const folded = foldText(text)
  const spans: Span[] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      spans.push({ start: at, end: at + word.length })
    }
  }
  spans.sort((a, b) => a.start - b.start)
  return spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
    return joined
  }, [])
}
