import { type FuzzyMatch, fuzzyMatch, scoreAmong } from './fuzzy.ts'

/** Something to go to or to do, as the palette offers it. */
export interface PaletteItem {
  id: string
  label: string
  /** The label is a title from outside, which formulas may stand in. */
  mayHoldTex?: boolean
  group: string
  /** What is said beside it: whose paper it is, where it leads. */
  hint?: string
  /** Other words that it may be looked for by. */
  words?: string
  /** The chord that does the same. */
  chord?: string
  /** It is what was chosen last time: choosing it again changes nothing. */
  isCurrent?: boolean
  /** Where it leads; otherwise `run` does it. */
  href?: string
  run?: () => void
}

/** An item that answers what was typed, and the letters of its label that do. */
export interface RankedItem extends PaletteItem {
  at: readonly number[]
}

/** Items of one group, the best first. */
export interface RankedGroup {
  title: string
  items: RankedItem[]
}

/**
 * The items that hold what was typed, in their groups; the group with the best comes first. With
 * nothing typed all, in their own order.
 */
export function rankItems(items: readonly PaletteItem[], typed: string): RankedGroup[] {
  const ranked = items
    .map((item) => ({ item, match: matchOf(item, typed) }))
    .filter((each): each is { item: PaletteItem; match: FuzzyMatch } => each.match !== undefined)
    // Sorting keeps the order of equals.
    .sort((a, b) => b.match.score - a.match.score)
  const groups = new Map<string, RankedItem[]>()
  for (const { item, match } of ranked) {
    const group = groups.get(item.group) ?? []
    groups.set(item.group, group)
    group.push({ ...item, at: match.at })
  }
  return [...groups].map(([title, items]) => ({ title, items }))
}

/**
 * Groups with one title as one, where the first of them stands. What is in it twice is there once,
 * as it was told last: a paper named by its id has its title when it is found.
 */
export function joinGroups(groups: readonly RankedGroup[]): RankedGroup[] {
  const joined = new Map<string, Map<string, RankedItem>>()
  for (const { title, items } of groups) {
    const known = joined.get(title) ?? new Map<string, RankedItem>()
    joined.set(title, known)
    for (const item of items) known.set(item.id, item)
  }
  return [...joined].map(([title, items]) => ({ title, items: [...items.values()] }))
}

function matchOf({ label, words }: PaletteItem, typed: string): FuzzyMatch | undefined {
  const inLabel = fuzzyMatch(typed, label)
  if (inLabel || !words) return inLabel
  // Each word in one or the other: letters strewn over both are no answer.
  const places = new Set<number>()
  let score = 0
  for (const word of typed.trim().split(/\s+/)) {
    const seen = fuzzyMatch(word, label)
    const found = seen?.score ?? scoreAmong(word, words)
    if (found === undefined) return undefined
    // A word that is not to be seen counts for less.
    score += found / 2
    for (const index of seen?.at ?? []) places.add(index)
  }
  return { score, at: [...places].sort((a, b) => a - b) }
}
