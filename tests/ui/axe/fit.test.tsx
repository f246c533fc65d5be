import '@/entrypoints/newtab/style.css'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews, PaletteOfNewTab } from '@/entrypoints/newtab/later-views.ts'
import { emulate } from '../audit.ts'
import { drawn } from '../mount.ts'
import { forgetRoute, openNewTab } from '../open-new-tab.tsx'
import { cards, states } from './new-tab-states.ts'

beforeAll(loadLaterViews)
beforeAll(() => PaletteOfNewTab.load())
beforeEach(forgetRoute)
let stop = () => {}
afterEach(() => stop())

const long = cards.map((card, i) =>
  i === 1 ? { ...card, title: `A${'verylong'.repeat(22)} title without end` } : card,
)

async function open(show: (typeof states)[string]) {
  const { root, tab, commands } = openNewTab(long)
  stop = listenToKeys(tab, Promise.resolve(commands))
  await show(tab, root)
  await drawn()
  return root
}

// 1280 px wide at 200 % is 640, at 400 % 320: as WCAG 1.4.10 would have it.
describe.each([640, 320])('%i px wide', (width) => {
  beforeAll(() => page.viewport(width, 800))

  test.each(Object.entries(states))(
    'nothing of %s is to be scrolled sideways',
    async (_what, show) => {
      await open(show)
      const { scrollWidth, clientWidth } = document.documentElement
      expect(clientWidth).toBeLessThanOrEqual(width)
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    },
  )
})

describe('under a finger', () => {
  beforeAll(async () => {
    await page.viewport(412, 900)
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  })
  afterAll(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }))

  /** Links in a sentence, a headline or a byline are as tall as its lines. */
  const inText = '.paper-title a, .paper-byline a, .notice a, .note-text a, .status-problem a'

  const touched = ['the front page', 'what is saved, selected', 'a paper of its own', 'the palette']
  test.each(touched)('targets of %s are 44 px tall', async (what) => {
    expect(matchMedia('(pointer: coarse)').matches).toBe(true)
    const root = await open(states[what] as (typeof states)[string])
    const all = 'a[href], button, select, summary, input, textarea, [role=option]'
    const small = [...root.querySelectorAll<HTMLElement>(all)]
      .filter((each) => each.checkVisibility() && !each.matches(inText))
      .filter((each) => !each.matches('[type=checkbox], [type=radio]'))
      .filter((each) => each.getBoundingClientRect().height < 44)
      .map((each) => `${each.className || each.localName}: ${each.getBoundingClientRect().height}`)
    expect([...new Set(small)]).toEqual([])
  })
})

describe('whoever asks for it', () => {
  afterEach(() => emulate({}))

  test('sees no motion', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    const root = await open(() => {})
    const moving = [...root.querySelectorAll('*')].filter((each) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(each)
      return (animationName !== 'none' && animationDuration !== '0s') || transitionDuration !== '0s'
    })
    expect(moving).toEqual([])
  })

  test('sees quiet text as dark as the rest, and rules as edges', async () => {
    const root = await open(() => {})
    const byline = root.querySelector('.paper-byline') as Element
    const quiet = getComputedStyle(byline).color
    await emulate({ 'prefers-contrast': 'more' })
    expect(getComputedStyle(byline).color).not.toBe(quiet)
    expect(getComputedStyle(byline).color).toBe(getComputedStyle(document.body).color)
  })

  test('tells in forced colours what is saved and what is selected', async () => {
    await emulate({ 'forced-colors': 'active' })
    const root = await open(states['what is saved, selected'] as (typeof states)[string])
    for (const selector of ['.is-selected', '.save[aria-pressed=true]']) {
      const { outlineStyle } = getComputedStyle(root.querySelector(selector) as Element)
      expect([selector, outlineStyle]).toEqual([selector, 'solid'])
    }
    const bar = getComputedStyle(root.querySelector('.selection-bar') as Element)
    expect(bar.borderTopWidth).toBe('1px')
  })
})
