import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PopupPage } from '@/entrypoints/popup/PopupPage.tsx'
import { popupKeys } from '@/entrypoints/popup/popup-keys.ts'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import type { PagePaper, TitleLookUp } from '@/lib/model/page-paper.ts'
import type { FetchedPaper } from '@/lib/model/paper.ts'
import { createPopup } from '@/lib/state/popup.ts'
import { makeCard, makeCards, makeHits } from '../support/cards.ts'
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
  expect(root.textContent).toContain('Nothing saved')
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

test('the focus stays where it was when a row goes, and goes back to it from an offer to undo', async () => {
  const { root, popup, commands } = open()
  await drawn()
  const [first, second] = popup.lastSaved.value
  const rowOf = (id = '') => root.querySelectorAll<HTMLElement>(`[data-paper-id="${id}"]`)
  rowOf(first?.id).item(1).focus()
  popup.lastSaved.value = popup.lastSaved.value.slice(1)
  await drawn()
  expect(document.activeElement).toBe(rowOf(second?.id).item(1))
  popup.released.value = { releasedAt: 1, count: 1, title: 'Gone' }
  await drawn()
  root.querySelector<HTMLElement>('.toast-undo')?.focus()
  commands.undo.mockImplementation(async () => {
    popup.released.value = undefined
  })
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(document.activeElement).toBe(rowOf(second?.id).item(1)))
  popup.lastSaved.value = []
  await drawn()
  expect(document.activeElement).toBe([...root.querySelectorAll('[data-paper-id]')].at(-1))
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

test('u and ? are heard outside the box, and are letters in it', async () => {
  const { root, box, commands } = open()
  await userEvent.keyboard('u?')
  expect(box.value).toBe('u?')
  await userEvent.keyboard('{ArrowDown}u')
  await vi.waitFor(() => expect(commands.undo).toHaveBeenCalledOnce())
  ;(document.activeElement as HTMLElement).blur()
  await userEvent.keyboard('?')
  await drawn()
  expect(root.querySelector('dialog')?.open).toBe(true)
  for (const { label } of popupKeys)
    expect(root.querySelector('dialog')?.textContent).toContain(label)
  expect(box.value).toBe('u?')
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

const page = (root: HTMLElement) => root.querySelector('.page-paper') as HTMLElement
const openedOn = async (shown: PagePaper, mayAskArxiv = false) => {
  const opened = open()
  opened.popup.mayAskArxiv.value = mayAskArxiv
  opened.popup.page.value = shown
  await drawn()
  return opened
}
const press = (root: HTMLElement, name: string) => {
  const buttons = [...page(root).querySelectorAll('button')]
  const nameOf = (each: Element) => each.getAttribute('aria-label') ?? each.textContent
  buttons.find((each) => nameOf(each) === name)?.click()
}

test('nothing is said of a page that shows no paper', () => {
  const { root } = open()
  expect(page(root)).toBeNull()
})

test('the paper of the page comes first, with Save', async () => {
  const card = makeCard({ title: 'On Zebras' })
  const { root, commands } = await openedOn({ state: 'stored', card })
  expect(root.querySelector('[data-paper-id]')).toBe(page(root).querySelector('[data-paper-id]'))
  expect(page(root).textContent).not.toContain('Already')
  press(root, 'Save On Zebras')
  await vi.waitFor(() =>
    expect(commands.setPageSaved).toHaveBeenCalledExactlyOnceWith(card.id, true),
  )
})

test('one that was saved before says since when, and one that was saved now does not', async () => {
  const savedAt = new Date(2026, 2, 3).getTime()
  const before = await openedOn({ state: 'stored', card: makeCard({ savedAt }) })
  expect(page(before.root).textContent).toMatch(/Already saved on March 3/)
  press(before.root, 'Saved A Paper')
  await vi.waitFor(() =>
    expect(before.commands.setPageSaved).toHaveBeenCalledWith('2608.90001', false),
  )
  const now = await openedOn({ state: 'stored', card: makeCard({ savedAt: Date.now() + 1 }) })
  expect(page(now.root).textContent).not.toContain('Already')
})

test('one that is not stored shows what is known, and is saved by its id', async () => {
  const { root, commands } = await openedOn({ state: 'unknown', id: '2501.1', title: 'On Zebras' })
  expect(page(root).textContent).toMatch(/On Zebras.*2501\.1, not stored/)
  press(root, 'Save On Zebras')
  await vi.waitFor(() => expect(commands.setPageSaved).toHaveBeenCalledWith('2501.1', true))
})

test('one that waits says so, counts no votes, and offers arXiv once Hugging Face lacks it', async () => {
  const waiting = makeCard({ savedAt: 5, pendingSince: 5 })
  const first = await openedOn({ state: 'stored', card: waiting })
  expect(page(first.root).textContent).toContain('Waits to be looked up')
  expect(page(first.root).textContent).not.toContain('▲')
  expect(page(first.root).querySelector('a')?.href).toBe('https://arxiv.org/abs/2608.90001')
  expect(page(first.root).textContent).not.toContain('at arXiv')
  const tried = { state: 'stored', card: { ...waiting, triedAt: 6 } } as const
  const second = await openedOn(tried)
  press(second.root, 'Look it up at arXiv')
  // On the click itself: the browser asks only then.
  expect(second.onAllowArxiv).toHaveBeenCalledOnce()
  const third = await openedOn(tried, true)
  expect(page(third.root).textContent).not.toContain('at arXiv')
})

const ofSite = {
  state: 'unknown',
  id: 'openreview:aBc_-123',
  title: 'On Zebras',
  lookUp: { state: 'offered' },
} as const

test('one of another site is shown with what its page says, and saved before anyone is asked', async () => {
  const said: FetchedPaper = {
    ...{ id: ofSite.id, title: 'On Zebras', abstract: '', keywords: [] },
    ...{ authors: ['Ada One', 'Ben Two', 'Cleo Three'], authorCount: 3 },
    ...{ venue: 'Proceedings of Zebras', publishedAt: Date.UTC(2024, 7), datedTo: 'month' },
  }
  const { root, commands } = await openedOn({ ...ofSite, said })
  expect(page(root).textContent).toMatch(/On Zebras.*Ada One, Ben Two and 1 more/)
  expect(page(root).textContent).toContain('Proceedings of Zebras, August 2024')
  expect(page(root).querySelector('a')).toBeNull()
  const [first, second] = page(root).querySelectorAll('button')
  expect([first?.ariaLabel, second?.textContent]).toEqual(['Save On Zebras', 'Look it up'])
  press(root, 'Save On Zebras')
  await vi.waitFor(() => expect(commands.setPageSaved).toHaveBeenCalledWith(ofSite.id, true))
  expect(commands.lookUpTitle).not.toHaveBeenCalled()
})

test('one of another site is looked up on a press, and says what came of it', async () => {
  const { root, popup, commands, onAllowArxiv } = await openedOn(ofSite)
  press(root, 'Look it up')
  await vi.waitFor(() => expect(commands.lookUpTitle).toHaveBeenCalledOnce())
  const say = async (lookUp: TitleLookUp) => {
    popup.page.value = { ...ofSite, lookUp }
    await drawn()
    return page(root).textContent
  }
  expect(await say({ state: 'asking' })).toContain('Looking it up')
  expect(await say({ state: 'failed', problem: 'It pauses.' })).toContain('It pauses.')
  press(root, 'Try again')
  await vi.waitFor(() => expect(commands.lookUpTitle).toHaveBeenCalledTimes(2))
  await say({ state: 'missing', isArxivAsked: false })
  press(root, 'Look it up at arXiv')
  expect(onAllowArxiv).toHaveBeenCalledOnce()
  expect(await say({ state: 'missing', isArxivAsked: true })).toContain('no paper with this title')
  expect(await say({ state: 'found', card: makeCard({ title: 'Found' }) })).toContain('Found')
})

test('one of another site that was saved says when and where it appeared, and counts no votes', async () => {
  const card = makeCard({
    ...{ id: 'acl:P19-1001', savedAt: 5, venue: 'Proceedings of Zebras' },
    ...{ publishedAt: Date.UTC(2019), datedTo: 'year' },
  })
  const { root } = await openedOn({ state: 'stored', card })
  expect(page(root).textContent).toContain('Proceedings of Zebras, 2019')
  expect(page(root).textContent).toMatch(/Already saved on/)
  expect(page(root).textContent).not.toContain('▲')
  expect(page(root).querySelector('a')?.href).toBe('https://aclanthology.org/P19-1001/')
})

test('one that was saved by its link alone says how the rest is filled in', async () => {
  const card = makeCard({ id: 'acl:P19-1001', savedAt: 5, pendingSince: 5 })
  const { root } = await openedOn({ state: 'stored', card })
  expect(page(root).textContent).toContain('Open its page and Paperboy there')
})

test('Enter in the box opens the first of the lists, not the page that is open already', async () => {
  const { commands, box } = await openedOn({ state: 'stored', card: makeCard() })
  box.focus()
  await userEvent.keyboard('{Enter}')
  expect(commands.markOpened.mock.calls).toEqual([['2608.90000']])
})
