/** Folded words with one space between, and one at each end. */
export function plainText(text: string): string {
  return ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** The letters and digits of a text, folded, and nothing between. */
export function lettersOf(text: string): string {
  return plainText(text).replaceAll(' ', '')
}

/**
 * Small letters that Unicode takes for letters of their own, not for ones with an accent, as they
 * are typed where the keyboard has none (CLDR's transform Latin-ASCII): Łukasz, Søren, Nießner.
 */
const ownLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
const ownLetter = new RegExp(`[${Object.keys(ownLetters).join('')}]`, 'g')

/**
 * Text as it is compared: compatibility forms and accents folded away, lower case. The
 * decomposed form of Hangul is put together again, so that a syllable stays one character.
 */
export function foldText(text: string): string {
  // Most words are plain ASCII, and normalising is what indexing would spend its time on.
  if (!/[^ -~]/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ownLetter, (letter) => ownLetters[letter] as string)
}
