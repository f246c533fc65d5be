/** The line (from 1) on which a place of a text is; to be asked for rising places. */
export function countLines(text: string): (place: number) => number {
  let line = 1
  let counted = 0
  return (place) => {
    for (;;) {
      const end = text.indexOf('\n', counted)
      if (end === -1 || end >= place) return line
      line++
      counted = end + 1
    }
  }
}
