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

/** True when a note has all the lines of another in a row. */
function holds(note: string, part: string): boolean {
  const lines = (text: string) =>
    `\n${text
      .trim()
      .split(/\s*\n\s*/)
      .join('\n')}\n`
  return lines(note).includes(lines(part))
}
