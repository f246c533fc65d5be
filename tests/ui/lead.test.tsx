import '@/entrypoints/newtab/style.css'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import { makeCard, makeCards } from '../support/cards.ts'
import { drawn } from './mount.ts'
import { forgetRoute, openNewTab } from './open-new-tab.tsx'

beforeAll(loadLaterViews)
beforeAll(() => page.viewport(1280, 900))
beforeEach(forgetRoute)

test.each([true, false])(
  'the columns of the lead’s abstract are as long as each other where it is cut, with a TL;DR: %s',
  async (isTldr) => {
    const beside = makeCards(5).slice(1)
    for (const card of beside) card.blurb = 'A sentence of some length. '.repeat(20)
    const lead = makeCard({ isTldr, blurb: 'A sentence.', abstract: 'All of it.' })
    const { root } = openNewTab([lead, ...beside])
    await drawn()
    const text = root.querySelector('.paper-lead p') as HTMLElement
    const isCut = () => text.scrollWidth > text.clientWidth
    let words = 40
    for (; !isCut(); words++) text.textContent = 'measured '.repeat(words)
    // A line more at a time, and one alone to begin with.
    for (const last = words + 20; words < last; words++) {
      text.textContent = 'measured '.repeat(words)
      const [first, second] = linesIn(text)
      expect([words, second]).toEqual([words, first])
    }
  },
)

/** How many lines are seen in each of two columns. */
function linesIn(text: HTMLElement): [number, number] {
  const range = document.createRange()
  range.selectNodeContents(text)
  const { left, right } = text.getBoundingClientRect()
  const lefts = [...range.getClientRects()].map((line) => line.left)
  const middle = (left + right) / 2
  return [
    lefts.filter((each) => each < middle).length,
    lefts.filter((each) => each > middle && each < right).length,
  ]
}
