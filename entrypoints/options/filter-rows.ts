import { findWords, foldText, wordsOf } from '@/lib/model/find-words.ts'

/** Under this name the style draws what matched. */
const highlightName = 'settings-match'

/** How many rows there are, and how many a search left. */
export interface Filtered {
  shown: number
  total: number
}

/**
 * Hides the rows under `root` that do not hold all the words, and the sections without any, also
 * among the contents, and marks what matched. A section whose title holds the words keeps all its
 * rows. Nothing in the page is changed but `hidden`: the marks are a highlight of the browser's
 * own, so that what a view has drawn stays as it was.
 * https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API
 */
export function filterRows(root: ParentNode, query: string): Filtered {
  const words = wordsOf(query)
  const filtered: Filtered = { shown: 0, total: 0 }
  for (const section of root.querySelectorAll<HTMLElement>('.settings-section')) {
    const title = section.querySelector('h2')?.textContent ?? ''
    const rows = [...section.querySelectorAll<HTMLElement>('[data-row]')]
    for (const row of rows) {
      const text = `${title} ${row.textContent} ${row.dataset.row}`
      row.hidden = !holdsAll(text, words)
    }
    const shown = rows.filter(({ hidden }) => !hidden).length
    section.hidden = shown === 0 && words.length > 0
    const entry = document.querySelector(`.settings-nav a[href="#${section.id}"]`)?.parentElement
    if (entry) entry.hidden = section.hidden
    filtered.shown += shown
    filtered.total += rows.length
  }
  // What a section says before its rows is no setting.
  for (const lead of root.querySelectorAll<HTMLElement>('.section-lead')) {
    lead.hidden = words.length > 0
  }
  CSS.highlights.set(highlightName, new Highlight(...rangesOf(root, words)))
  return filtered
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = foldText(text)
  return words.every((word) => folded.includes(word))
}

function rangesOf(root: ParentNode, words: readonly string[]): Range[] {
  if (words.length === 0) return []
  return [...root.querySelectorAll('.settings-section h2, [data-row]:not([hidden])')].flatMap(
    (element) => [...textsIn(element)].flatMap((node) => rangesIn(node, words)),
  )
}

function* textsIn(element: Element): Iterable<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) yield walker.currentNode as Text
}

function rangesIn(node: Text, words: readonly string[]): Range[] {
  return findWords(node.data, words).map(({ start, end }) => {
    const range = new Range()
    range.setStart(node, start)
    range.setEnd(node, end)
    return range
  })
}
