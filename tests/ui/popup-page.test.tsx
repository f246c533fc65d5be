import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PopupPage } from '@/entrypoints/popup/PopupPage.tsx'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import { createPopup } from '@/lib/state/popup.ts'
import { makeCards, makeHits } from '../support/cards.ts'
import { drawn, mount } from './mount.ts'

function open(cards = makeCards(8)) {
  const commands = {
    setSaved: vi.fn(async () => {}),
    undo: vi.fn(async () => {}),
    markOpened: vi.fn(async () => {}),
    dismissUndo: vi.fn(),
    showMore: vi.fn(),
    askHub: vi.fn(async () => {}),
    setSavedFromHub: vi.fn(async () => {}),
    openFromHub: vi.fn(async () => {}),
    setPageSaved: vi.fn(async () => {}),
    lookUpTitle: vi.fn(async () => {}),
  }
  const onAllowArxiv = vi.fn()
  const lastSaved = cards.slice(0, 2)
  const popup = createPopup({
    ...{ format: frontPageFormat, date: '2026-08-21', total: cards.length, cards },
    ...{ lastSaved, savedCount: lastSaved.length },
  })
  const root = mount(
    <PopupPage popup={popup} live={Promise.resolve(commands)} onAllowArxiv={onAllowArxiv} />,
  )
  root.addEventListener('click', (event) => event.preventDefault())
  const box = root.querySelector('input[type=search]') as HTMLInputElement
  box.focus()
  return { root, popup, commands, box, onAllowArxiv }
}

const focused = () => (document.activeElement as HTMLElement).dataset.paperId

test("at rest it shows today's first five and the papers saved last", () => {
  const { root } = open()
  const [today, saved] = root.querySelectorAll('[role=feed]')
  expect(today?.querySelectorAll('[data-paper-id]')).toHaveLength(5)
  expect(saved?.querySelectorAll('[data-paper-id]')).toHaveLength(2)
})

test('with nothing stored it says so', () => {
  const { root } = open([])
  expect(root.textContent).toContain('No papers have been fetched yet')
  expect(root.textContent).toContain('Nothing saved yet')
})

test('typing shows the hits and their number once they are there', async () => {
  const { root, popup } = open()
  await userEvent.keyboard('spa')
  expect(popup.query.value).toBe('spa')
  // Until then what was there stays.
  expect(root.querySelectorAll('[role=feed]')).toHaveLength(2)
  popup.hits.value = makeHits(2, { query: 'spa' })
  await drawn()
  expect(root.querySelectorAll('[data-paper-id]')).toHaveLength(2)
  expect(root.querySelector('[role=status]')?.textContent).toBe('2 papers found in 3 ms.')
  popup.hits.value = makeHits(0, { query: 'spa' })
  await drawn()
  expect(root.querySelector('[role=status]')?.textContent).toContain('No paper')
  // Of what is typed by now nothing is known yet.
  await userEvent.keyboard('r')
  await drawn()
  expect(root.querySelector('[role=status]')?.textContent).toBe('')
})

test('arrows go from the box through the papers and back', async () => {
  const { box } = open()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('2608.90001')
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(box)
})

test('Enter opens the first paper from the box, and the one that has the focus', async () => {
  const { commands } = open()
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(commands.markOpened.mock.calls).toEqual([['2608.90000'], ['2608.90001']])
})

test('s saves the paper that has the focus, and is a letter in the box', async () => {
  const { commands, box } = open()
  await userEvent.keyboard('{ArrowDown}s')
  expect(commands.setSaved).toHaveBeenCalledWith('2608.90000', true)
  await userEvent.keyboard('{ArrowUp}s')
  expect(box.value).toBe('s')
  expect(commands.setSaved).toHaveBeenCalledTimes(1)
})

test('a letter typed on a paper goes on in the box', async () => {
  const { box } = open()
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.keyboard('q')
  expect(document.activeElement).toBe(box)
  expect(box.value).toBe('q')
})

test('a hit shows the piece of its abstract that matches, marked', async () => {
  const { root, popup } = open()
  await userEvent.keyboard('spa')
  const [card] = makeCards(1)
  const hit = {
    ...(card as NonNullable<typeof card>),
    markedTitle: [{ text: 'Sparse <b>', isMarked: true }],
    snippet: [
      { text: '… all ', isMarked: false },
      { text: 'sparse', isMarked: true },
    ],
    reasons: [{ place: 'author' as const, text: [{ text: 'Ada Sparse', isMarked: false }] }],
  }
  popup.hits.value = makeHits(0, { query: 'spa', cards: [hit], total: 1 })
  await drawn()
  const marks = [...root.querySelectorAll('mark')].map((mark) => mark.textContent)
  expect(marks).toEqual(['Sparse <b>', 'sparse'])
  expect(root.querySelector('.hit-snippet')?.textContent).toBe('… all sparse')
  expect(root.querySelector('.hit-reasons')?.textContent).toBe('Author Ada Sparse')
  expect(root.querySelector('time')?.dateTime).toBe('2026-08-20')
})

test('another query is shown from its best; more of the same stay where one is', async () => {
  const { root, popup } = open()
  const list = root.querySelector('main') as HTMLElement
  Object.assign(list.style, { height: '120px', overflow: 'auto' })
  popup.hits.value = makeHits(20, { query: 'agent' })
  await drawn()
  list.scrollTop = 200
  popup.hits.value = makeHits(30, { query: 'agent' })
  await drawn()
  expect(list.scrollTop).toBe(200)
  popup.hits.value = makeHits(30, { query: 'agent memory' })
  await drawn()
  expect(list.scrollTop).toBe(0)
})
