import { render } from 'preact'
import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { FirstSteps } from '@/components/FirstSteps.tsx'
import { TopSites } from '@/components/TopSites.tsx'
import { WebSearch } from '@/components/WebSearch.tsx'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import { defaultAppearance } from '@/lib/model/appearance.ts'
import { makeCard, makeCards } from '../support/cards.ts'
import { drawn, mount } from './mount.ts'
import { openNewTab } from './open-new-tab.tsx'

beforeAll(loadLaterViews)

const now = new Date('2026-08-21T12:00:00Z').getTime()

test('a calm page says how many are new, and one press shows the papers', async () => {
  const cards = makeCards(5).map((card, i) => ({ ...card, firstSeenAt: i < 2 ? now - 60_000 : 1 }))
  const { root, tab } = openNewTab(cards)
  tab.parts.value = { isCalm: true }
  await drawn()
  expect(root.querySelector('[role=status]')?.textContent).toMatch(/^2 new papers since /)
  expect(root.querySelectorAll('[role=feed], .views')).toHaveLength(0)
  await userEvent.click(root.querySelector('.calm-show') as HTMLElement)
  await drawn()
  expect(root.querySelectorAll('[data-paper-id]')).toHaveLength(5)
  expect(root.querySelector('.views')).not.toBeNull()
  await expect.poll(() => document.activeElement?.getAttribute('aria-posinset')).toBe('1')
})

test('j on a calm page shows the papers and goes on from the first', async () => {
  const { tab, root, commands } = openNewTab(makeCards(3))
  tab.parts.value = { isCalm: true }
  const stop = listenToKeys(tab, Promise.resolve(commands))
  await drawn()
  await userEvent.keyboard('j')
  await expect.poll(() => document.activeElement?.getAttribute('aria-posinset')).toBe('1')
  expect(root.querySelector('.calm')).toBeNull()
  expect(tab.route.value.view).toBe('today')
  stop()
})

test.each([
  ['nothing is new', { lastLookAt: now, previousEndedAt: now - 60_000 }, /^Nothing new since /],
  ['it is the first visit', { lastLookAt: now }, /^1 paper$/],
])('a calm page where %s says so', async (_when, visit, says) => {
  const { root, tab } = openNewTab([makeCard({ firstSeenAt: 1 })])
  tab.visit.value = visit
  tab.parts.value = { isCalm: true }
  await drawn()
  expect(root.querySelector('[role=status]')?.textContent).toMatch(says)
})

test('a search is not calm: it was asked for', async () => {
  const { root, tab } = openNewTab([makeCard()])
  tab.parts.value = { isCalm: true }
  tab.route.value = { view: 'week', week: '2026-W34' }
  tab.content.value = {
    ...{ state: 'papers', cards: makeCards(3), total: 3, fetchedAt: now },
    route: { view: 'week', week: '2026-W34' },
  }
  await drawn()
  expect(root.querySelectorAll('[data-paper-id]')).toHaveLength(3)
})

test('the place of the parts is kept from the first paint on', async () => {
  const { root, tab } = openNewTab([makeCard()])
  expect(root.querySelector('.strip')).toBeNull()
  tab.parts.value = { hasTopSites: true, hasWebSearch: true }
  await drawn()
  // Empty as yet: what goes there is loaded when the page is live.
  expect(root.querySelector('.strip-search')?.childElementCount).toBe(0)
  expect(root.querySelector('.strip-sites')?.childElementCount).toBe(0)
})

test('top sites are links, each with the letter of its name', () => {
  const root = mount(<TopSites sites={[{ url: 'https://arxiv.org/', title: 'arxiv.org' }]} />)
  const link = root.querySelector('nav a')
  expect(link?.getAttribute('href')).toBe('https://arxiv.org/')
  expect(link?.textContent).toBe('Aarxiv.org')
  expect(root.querySelector('img')).toBeNull()
})

test('the box for the web hands over what was typed, and says when the browser would not', async () => {
  const onSearch = vi.fn(async () => true)
  const root = mount(<WebSearch onSearch={onSearch} />)
  const box = root.querySelector('input') as HTMLInputElement
  await userEvent.type(box, '{Enter}')
  expect(onSearch).not.toHaveBeenCalled()
  await userEvent.type(box, ' zebra stripes {Enter}')
  expect(onSearch).toHaveBeenLastCalledWith('zebra stripes', false)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onSearch).toHaveBeenLastCalledWith('zebra stripes', true)
  onSearch.mockResolvedValue(false)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => box.validationMessage).toMatch(/does not let Paperboy search/)
  await userEvent.keyboard('x')
  expect(box.validationMessage).toBe('')
})

test('the first steps choose at once, go on, and can be skipped', async () => {
  const onChoose = vi.fn()
  const onGo = vi.fn()
  const keys = [{ keys: ['Ctrl+k'], label: 'Go anywhere' }]
  const steps = (step: 'look' | 'keys') => (
    <FirstSteps {...{ step, keys, onChoose, onGo }} appearance={defaultAppearance} />
  )
  const root = mount(steps('look'))
  // It takes no focus from the address bar.
  expect(root.contains(document.activeElement)).toBe(false)
  await userEvent.click(root.querySelector('input[value=night]') as HTMLElement, { force: true })
  expect(onChoose).toHaveBeenCalledWith('edition', 'night')
  const [next, skip] = root.querySelectorAll('button')
  await userEvent.click(next as HTMLElement)
  await userEvent.click(skip as HTMLElement)
  expect(onGo.mock.calls).toEqual([['keys'], ['done']])

  // The focus goes on with who goes on by keyboard.
  next?.focus()
  render(steps('keys'), root)
  expect(document.activeElement?.textContent).toBe('Done')

  const second = mount(steps('keys'))
  expect(second.querySelector('dl')?.textContent).toMatch(/K.*Go anywhere/)
  await userEvent.click(second.querySelector('button') as HTMLElement)
  expect(onGo).toHaveBeenLastCalledWith('done')
})
