import '@/entrypoints/newtab/style.css'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PaperArticle } from '@/components/PaperArticle.tsx'
import { loadLaterViews, OwnFirstSteps } from '@/entrypoints/newtab/later-views.ts'
import { makeCard, makeCards } from '../support/cards.ts'
import { drawn, mount } from './mount.ts'
import { forgetRoute, openNewTab, showShelf } from './open-new-tab.tsx'

beforeAll(loadLaterViews)
beforeAll(() => OwnFirstSteps.load())
beforeEach(forgetRoute)
beforeEach(() => page.viewport(360, 740))

const boxOf = (root: HTMLElement, selector: string) =>
  (root.querySelector(selector) as HTMLElement).getBoundingClientRect()

test.each(['look', 'keys'] as const)(
  'the first step “%s” leaves the first headline in sight',
  async (step) => {
    const title = 'A Headline of so Many Words That It Takes Three Lines on a Telephone'
    const { root, tab } = openNewTab([makeCard({ title }), ...makeCards(3).slice(1)])
    tab.welcome.value = step
    await drawn()
    expect(boxOf(root, '.first-steps').bottom).toBeLessThanOrEqual(740)
    expect(boxOf(root, '.paper-title').bottom).toBeLessThan(boxOf(root, '.first-steps').top)
  },
)

test('a masthead that says little leaves no line of it empty', async () => {
  const { root, tab } = openNewTab(makeCards(3))
  showShelf(tab, [])
  await drawn()
  const boxes = ['h1', '.edition', '.masthead search', '.status-text', '.folio']
    .map((selector) => boxOf(root, selector))
    .toSorted((a, b) => a.top - b.top)
  const gaps = boxes.slice(1).map(({ top }, i) => top - (boxes[i]?.bottom ?? 0))
  expect(Math.max(...gaps)).toBeLessThan(20)
})

test('the Tab key goes through the masthead from the top down', async () => {
  const { root } = openNewTab(makeCards(3))
  await drawn()
  const masthead = root.querySelector('.masthead') as HTMLElement
  const tops: number[] = []
  for (let i = 0; i < 20; i++) {
    await userEvent.tab()
    const focused = document.activeElement as HTMLElement
    if (masthead.contains(focused)) tops.push(focused.getBoundingClientRect().bottom)
    else if (tops.length > 0) break
  }
  expect(tops.length).toBe(masthead.querySelectorAll('a, button, input').length)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
})

test('none of the facts of a paper hangs alone below the others', () => {
  const card = makeCard({
    comments: 4,
    repository: 'a/b',
    stars: 79_400,
    projectUrl: 'https://p.example/',
  })
  const actions = { onSave: () => {}, onOpen: () => {}, onToggleAbstract: () => {} }
  const root = mount(
    <PaperArticle card={card} position={1} total={1} isNew={false} actions={actions} />,
  )
  const facts = [...root.querySelectorAll('.paper-facts > *')]
  const lineCounts = new Set<number>()
  for (let width = 240; width <= 480; width += 10) {
    root.style.width = `${width}px`
    const tops = facts.map((fact) => Math.round(fact.getBoundingClientRect().bottom))
    const lines = Map.groupBy(tops, (top) => top)
    lineCounts.add(lines.size)
    const shortest = Math.min(...[...lines.values()].map((line) => line.length))
    expect([width, shortest]).not.toEqual([width, 1])
  }
  // Both of what fits and of what does not.
  expect(lineCounts).toContain(1)
  expect(lineCounts).toContain(2)
})
