/**
 * A word spelt backwards, or back again. Undefined for what is not corrected: short words,
 * numbers, and words of other scripts.
 */
export function spellBackwards(word: string): string | undefined {
  if (!/^[a-z]{4,24}$/.test(word)) return undefined
  let spelt = ''
  for (let i = word.length - 1; i >= 0; i--) spelt += word[i]
  return spelt
}
