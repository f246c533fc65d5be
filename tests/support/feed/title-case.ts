const small = new Set(
  'a an and are as at be but by do from for in is it its not of on or the to was with'.split(' '),
)

/** Capitalises a phrase as a headline, and leaves words that have capitals already. */
export function toTitleCase(phrase: string): string {
  return phrase
    .split(' ')
    .map((word, index) => {
      const opens = index === 0 || /[:?]$/.test(phrase.split(' ')[index - 1] ?? '')
      return small.has(word) && !opens ? word : word.split('-').map(capitalize).join('-')
    })
    .join(' ')
}

export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
