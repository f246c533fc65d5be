import '@/entrypoints/newtab/style.css'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { makeCards } from '../support/cards.ts'
import { drawn } from './mount.ts'
import { forgetRoute, openNewTab } from './open-new-tab.tsx'

const abstract = 'What was found, at length. '.repeat(80)
/** Of different heights, with pictures here and there, the lead's among them. */
const cards = makeCards(14).map((card, i) => ({
  ...card,
  title: 'A headline of many words '.repeat(1 + (i % 3)),
  blurb: 'What it is about, in a sentence. '.repeat(1 + (i % 4)),
  abstract,
  ...(i % 2 === 0 && { hasPicture: true as const }),
}))

beforeAll(loadLaterViews)
beforeEach(forgetRoute)
let stop = () => {}
afterEach(() => stop())

async function open() {
  const { root, tab, commands } = openNewTab(cards)
  stop = listenToKeys(tab, Promise.resolve(commands))
  await drawn()
  const papers = [...root.querySelectorAll<HTMLElement>('[data-paper-id]')]
  /** Where the parts of a paper are. */
  const places = (i: number) =>
    ['.paper-picture', '.paper-title', '.paper-facts'].map((part) => {
      const box = papers[i]?.querySelector(part)?.getBoundingClientRect()
      return box && [part, box.x, box.y, box.width, box.height].map(rounded)
    })
  return { tab, places, picture: () => places(0)[0] }
}

/** To a pixel: a row may end between two. */
const rounded = (value: string | number) => (typeof value === 'string' ? value : Math.round(value))

async function show(tab: NewTab, ...opened: number[]) {
  tab.abstracts.value = new Map(opened.map((i) => [cards[i]?.id ?? '', abstract]))
  await drawn()
}

describe.each([1280, 768, 360])('%i px wide', (width) => {
  beforeAll(() => page.viewport(width, 800))

  test('the picture of the lead stays as it is while its abstract is open', async () => {
    const { tab, picture } = await open()
    const before = picture()
    await show(tab, 0)
    expect(picture()).toEqual(before)
  })

  test('what is not below an open abstract stays where it is, and all of it once it is closed', async () => {
    const { tab, places } = await open()
    const before = cards.map((_, i) => places(i))
    await show(tab, 2)
    // In one row with it, or above it.
    expect([0, 1].map(places)).toEqual(before.slice(0, 2))
    await show(tab, 2, 1)
    await show(tab, 1)
    expect(places(0)).toEqual(before[0])
    await show(tab)
    expect(cards.map((_, i) => places(i))).toEqual(before)
  })
})

test('beside the lead, papers stay where they are while its abstract is open', async () => {
  await page.viewport(1280, 800)
  const { tab, places } = await open()
  const beside = [1, 2, 3, 4]
  const before = beside.map(places)
  await show(tab, 0)
  expect(beside.map(places)).toEqual(before)
})

test('other papers have places of their own', async () => {
  await page.viewport(1280, 800)
  const { tab } = await open()
  const held = () => document.querySelectorAll('article [style*="height"]').length
  await show(tab, 0)
  expect(held()).toBeGreaterThan(10)
  const { content } = tab
  if (content.value.state !== 'papers') throw new Error('There are no papers.')
  content.value = { ...content.value, cards: content.value.cards.toReversed() }
  await drawn()
  expect(held()).toBe(0)
})
