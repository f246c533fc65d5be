import type { IsProtected } from './write-tex.ts'

/**
 * Which words of a title keep their capitals when a style puts it into small letters. arXiv
 * leaves that to the reader; here `BERT`, `LLaMA` and `3D` are protected by their own look, a
 * lone letter such as the X of X-ray, and what the abstract, which is prose, writes with a
 * capital in the middle of a sentence and never without: `Bayesian`, `Transformer`.
 */
export function capitalsOf(abstract: string): IsProtected {
  return (word) => {
    const [first = '', ...others] = word
    if (others.some((letter) => isCapital(letter))) return true
    if (!isCapital(first)) return false
    if (others.length === 0) return word !== 'A'
    return isNameIn(abstract, word)
  }
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function isNameIn(abstract: string, word: string): boolean {
  let isName = false
  for (const at of placesOf(abstract, word)) {
    if (/[\p{Ll},;] $/u.test(abstract.slice(at - 2, at))) isName = true
  }
  return isName && !placesOf(abstract, word.toLowerCase()).length
}

/** Where a text has a word as a whole. */
function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const isWhole = !isLetter(text[at - 1]) && !isLetter(text[at + word.length])
    if (isWhole) places.push(at)
  }
  return places
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
