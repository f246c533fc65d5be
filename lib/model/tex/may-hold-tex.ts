/**
 * Tells in one pass whether there may be TeX, or what a feed left of it, in a text. Of most texts
 * there is none, and nothing more is loaded for them.
 */
export function mayHoldTex(text: string): boolean {
  return /[$\\^_~{]|``|\dtimes|\b(?:[lgn]eq|sim)\b|\b(?:leq|geq|sim|approx)\d|arrow(?![a-z])/.test(
    text,
  )
}
