/** Longer is no tag but a text. */
const longestTag = 60

/**
 * A tag as it is kept: composed, without a `#` before it, commas, line ends or white space to
 * spare; '' when nothing is left.
 */
export function cleanTag(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\s,\p{Cc}]+/gu, ' ')
    .replace(/^[\s#]+/, '')
  return [...plain].slice(0, longestTag).join('').trim()
}

/** The tags of a typed text, which commas or lines part: each once, in order. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map(cleanTag))].filter(Boolean)
}

/** The tag in the spelling that is in use already, whatever its capitals. */
export function spellAsKnown(tag: string, known: readonly string[]): string {
  if (known.includes(tag)) return tag
  const lower = tag.toLowerCase()
  return known.find((each) => each.toLowerCase() === lower) ?? tag
}
