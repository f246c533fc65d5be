/**
 * A word spelt backwards, or back again. Undefined for what is not corrected: short words,
 * numbers, and words of other scripts.
 */
export function spellBackwards(word: string): string | undefined {
  return /^[a-z]{4,24}$/.test(word) ? word.split('').reverse().join('') : undefined
}
