const small = new Set('a an and as at but by from for in of on or the to with'.split(' '))

/** Capitalises a phrase as a headline, and leaves words that have capitals already. */
export function toTitleCase(phrase: string): string {
  const words = phrase
    .split(' ')
    .map((word) => (small.has(word) ? word : word.split('-').map(capitalize).join('-')))
  return toSentenceCase(words.join(' '))
}

/** Capitalises the beginning, and whatever follows a colon or a question mark. */
export function toSentenceCase(phrase: string): string {
  return phrase.replaceAll(/(?:^|[:?] )\p{Lower}/gu, (start) => start.toUpperCase())
}

export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
