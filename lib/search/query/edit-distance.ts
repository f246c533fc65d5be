/** How many edits away from a word another may be that was meant: none of a short one. */
export function editsAllowed({ length }: string): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0
}

/**
 * The number of edits between two words (insert, delete, replace, swap of neighbours), or
 * `atMost + 1` when there are more than `atMost`. The restricted Damerau–Levenshtein distance
 * (optimal string alignment).
 */
export function editDistance(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1
  // What both begin and end with needs no edit, and is most of two words that are near.
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  return lastRow(a.slice(start, endA), b.slice(start, endB), atMost)?.at(-1) ?? atMost + 1
}

/** The same between a word that is still being typed and the nearest beginning of another. */
export function distanceToBeginning(begun: string, word: string, atMost: number): number {
  const row = lastRow(begun, word.slice(0, begun.length + atMost), atMost)
  return row ? Math.min(...row) : atMost + 1
}

/** The edits from `a` to each beginning of `b`; undefined when all are more than `atMost`. */
function lastRow(a: string, b: string, atMost: number): number[] | undefined {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      )
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && !isSame
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > atMost) return undefined
    beforeLast = last
    last = row
  }
  return last.map((edits) => Math.min(edits, atMost + 1))
}
