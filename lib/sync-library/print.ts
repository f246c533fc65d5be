import type { LibraryEntry } from '../library/merge/entry.ts'

/**
 * A number, as text, that is the same for the same library, in whatever order it is read, and
 * surely another after any change: so that nothing is sent that was sent before.
 */
export function printOf(library: readonly LibraryEntry[]): string {
  let [low, high] = [0, 0]
  for (const { id, saved, released, status, note, tags } of library) {
    const parts = [id, saved?.stamp, released, status?.stamp, note?.stamp]
    const tagged = [...tags].map(([tag, { stamp, value }]) => `${tag} ${stamp} ${value}`).sort()
    const text = [...parts, ...tagged].join('\n')
    low = (low + hash(text, 0x811c9dc5)) >>> 0
    high = (high + hash(text, 0x01000193)) >>> 0
  }
  return `${library.length}.${high.toString(36)}.${low.toString(36)}`
}

/** FNV-1a over UTF-16. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    value ^= value >>> 15
  }
  return value >>> 0
}
