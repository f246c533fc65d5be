/**
 * Two notes as one: the second below the first, unless the first holds it already, so that
 * bringing the same file in again changes nothing.
 */
export function joinNotes(
  first: string | undefined,
  second: string | undefined,
): string | undefined {
  if (!second?.trim()) return first
  if (!first?.trim()) return second
  if (holds(first, second)) return first
  return holds(second, first) ? second : `${first.trimEnd()}\n\n${second.trim()}`
}

/** True when a note has all the lines of another in a row, or all its paragraphs. */
function holds(note: string, part: string): boolean {
  const lines = (text: string) => inRow(text.split('\n'))
  // In TeX the end of a line is a space: a list comes back from a file of ours as one line.
  const paragraphs = (text: string) => inRow(text.split(/\n\s*\n/))
  return lines(note).includes(lines(part)) || paragraphs(note).includes(paragraphs(part))
}

/** Pieces of a text, one a line and without the space that only sets them. */
function inRow(pieces: readonly string[]): string {
  const said = pieces.map((piece) => piece.trim().replace(/\s+/g, ' ')).filter(Boolean)
  return `\n${said.join('\n')}\n`
}
