import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { keyTable } from '@/entrypoints/newtab/keys/key-table.ts'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import { t } from '@/lib/i18n.ts'
import { printChord } from '@/lib/model/keys.ts'
import { operators } from '@/lib/model/search-operators.ts'
import type { Hits } from '@/lib/search/hits.ts'
import type { PageContent } from '@/lib/state/page-content.ts'
import { makeCard, makeCards, makeHits } from '../support/cards.ts'
import { makePaper } from '../unit/make-paper.ts'
import { drawn } from './mount.ts'
import { forgetRoute, now, openNewTab as open } from './open-new-tab.tsx'

beforeAll(loadLaterViews)

const showing = (hits: Hits): PageContent => ({
  ...{ state: 'hits', hits, hubQuery: hits.query },
  route: { view: 'search', query: hits.query },
})

const status = (root: HTMLElement) => root.querySelector('[role=status]')?.textContent ?? ''

test('the front page is drawn from the ready-made copy, in its order', () => {
  const { root } = open(makeCards(30))
  const feed = root.querySelector('[role=feed]') as HTMLElement
  const ids = [...feed.querySelectorAll('article')].map((article) => article.dataset.paperId)
  expect(ids).toEqual(makeCards(30).map((card) => card.id))
  expect(status(root)).toContain('30 papers')
})

test('it says which papers are new since the last visit', () => {
  const { root } = open([
    makeCard({ id: '2608.90001', firstSeenAt: now.getTime() - 60_000 }),
    makeCard({ id: '2608.90002', firstSeenAt: now.getTime() - 7_200_000 }),
  ])
  expect(root.querySelectorAll('.paper-new')).toHaveLength(1)
  expect(status(root)).toMatch(/2 papers, 1 new since/)
})

test('an older edition is named as the last one', () => {
  const { root } = open(makeCards(2), '#/today', '2026-08-20')
  expect(root.querySelector('h1')?.textContent).toContain('August 20')
  expect(status(root)).toContain('The last edition;')
})

test('a weekend leads to the edition before it', async () => {
  const { root, tab } = open(makeCards(2))
  const route = { view: 'day', date: '2026-08-16' } as const
  tab.content.value = { route, state: 'empty' }
  await drawn()
  expect(root.querySelector('.notice')?.textContent).toContain('no edition at weekends')
  expect(root.querySelector<HTMLAnchorElement>('.notice a')?.hash).toBe('#/day/2026-08-14')
})

test('nothing saved, nothing found and an unknown page each say so', async () => {
  const { root, tab } = open(makeCards(2))
  tab.content.value = { route: { view: 'saved' }, state: 'empty' }
  await drawn()
  expect(root.textContent).toContain('Nothing saved')
  const bin = () => root.querySelector('.notice a[href="#/bin"]')
  expect(bin()).toBeNull()
  // What was saved last may have been deleted.
  tab.content.value = { route: { view: 'saved' }, state: 'empty', hasBin: true }
  await drawn()
  expect(bin()?.textContent).toBe('bin')
  tab.content.value = { route: { view: 'search', query: '' }, state: 'empty' }
  await drawn()
  expect(root.textContent).toContain('What are you looking for?')
  expect(root.textContent).toContain('after:')
  tab.content.value = showing(makeHits(0, { query: 'zebra' }))
  await drawn()
  expect(root.textContent).toContain('No paper holds “zebra”')
  tab.content.value = { route: { view: 'unknown', hash: '#/x' }, state: 'missing' }
  await drawn()
  expect(root.textContent).toContain('There is no such page')
})

test('trouble with the feed is told beside the papers that stay', async () => {
  const { root, tab } = open(makeCards(2))
  const backOff = { failures: 1, retryAt: Date.now() + 60_000, reason: 'It is down.' }
  tab.sync.value = { backOff: { ...backOff, endpoint: tab.endpoint.value, isBinding: false } }
  await drawn()
  expect(status(root)).toMatch(/It is down\. What was here before stays\. Next try at/)
  expect(root.querySelectorAll('article')).toHaveLength(2)
})

test('records that could not be read are counted and named', async () => {
  const { root, tab } = open(makeCards(2))
  const dropped = [{ id: '2608.90009', index: 4, reason: 'paper.title: missing' }]
  const ref = { kind: 'day', key: '2026-08-21' } as const
  tab.sync.value = {
    report: {
      ...{ endpoint: tab.endpoint.value, startedAt: 1, endedAt: 2 },
      outcomes: [{ ref, result: 'stored', papers: 2, added: 2, dropped }],
    },
  }
  await drawn()
  expect(root.textContent).toContain('1 record could not be read')
  expect(root.textContent).toContain('2608.90009 (day 2026-08-21): paper.title: missing')
})

test('c cites the paper that has the focus, beside it', async () => {
  const { root, tab, commands } = open(makeCards(3))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  await userEvent.keyboard('jjc')
  await drawn()
  const menu = root.querySelector('[role=menu]')
  expect(menu?.getAttribute('aria-label')).toBe('Cite Paper 2')
  await userEvent.keyboard('{Enter}')
  expect(commands.cite).toHaveBeenCalledWith({ ids: ['2608.90001'] }, 'bibtex', 'clipboard')
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(root.querySelector('[role=menu]')).toBeNull())
  expect((document.activeElement as HTMLElement).dataset.paperId).toBe('2608.90001')
  stop()
})

test('c cites the paper of a page of its own, whatever has the focus', async () => {
  const { root, tab, commands } = open(makeCards(1))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  const paper = makePaper({ title: 'Seven' })
  const route = { view: 'paper', id: paper.id } as const
  tab.content.value = { route, state: 'paper', paper, card: makeCard({ id: paper.id }) }
  await drawn()
  await userEvent.keyboard('c')
  await drawn()
  expect(root.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('Cite Seven')
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(commands.cite).toHaveBeenCalledWith({ ids: [paper.id] }, 'bibtex', 'file')
  await userEvent.keyboard('{Escape}')
  stop()
})

test('j and k move between papers, s saves, a shows the abstract', async () => {
  const { root, tab, commands } = open(makeCards(3))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  const focused = () => (document.activeElement as HTMLElement).dataset.paperId
  await userEvent.keyboard('j')
  expect(focused()).toBe('2608.90000')
  await userEvent.keyboard('jj')
  expect(focused()).toBe('2608.90002')
  await userEvent.keyboard('j')
  expect(focused()).toBe('2608.90002')
  await userEvent.keyboard('k')
  expect(focused()).toBe('2608.90001')
  await userEvent.keyboard('s')
  await userEvent.keyboard('a')
  expect(commands.setSaved).toHaveBeenCalledWith('2608.90001', true)
  expect(commands.toggleAbstract).toHaveBeenCalledWith('2608.90001')
  expect(root.querySelectorAll('article')).toHaveLength(3)
  stop()
})

test('o and Enter press the headline of the paper that has the focus', async () => {
  const { root, tab, commands } = open(makeCards(2))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  root.addEventListener('click', (event) => event.preventDefault())
  await userEvent.keyboard('j')
  await userEvent.keyboard('o')
  await userEvent.keyboard('{Enter}')
  expect(commands.markOpened.mock.calls).toEqual([['2608.90000'], ['2608.90000']])
  stop()
})

test('/ goes to the search, where letters are letters', async () => {
  const { root, tab, commands } = open(makeCards(2))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  await userEvent.keyboard('/')
  const box = root.querySelector('input[type=search]') as HTMLInputElement
  expect(document.activeElement).toBe(box)
  await userEvent.keyboard('sparse jobs')
  expect(box.value).toBe('sparse jobs')
  expect(commands.setSaved).not.toHaveBeenCalled()
  // It searches at once, and the address follows after a pause.
  expect(tab.route.value).toEqual({ view: 'search', query: 'sparse jobs' })
  expect(location.hash).not.toContain('search')
  await vi.waitFor(() => expect(location.hash).toBe('#/search?q=sparse+jobs'))
  forgetRoute()
  stop()
})

test('a search is in the address once, however many letters it took', async () => {
  const { root } = open(makeCards(2))
  const before = history.length
  root.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  for (const letter of 'jobs') {
    await userEvent.keyboard(letter)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(location.hash).toBe('#/search?q=jobs')
  expect(history.length - before).toBe(1)
  forgetRoute()
})

test('what was found stays while the next letter is searched for', async () => {
  const { root, tab } = open(makeCards(2), '#/search?q=sparse')
  tab.content.value = showing(makeHits(3, { query: 'sparse' }))
  await drawn()
  const [first] = root.querySelectorAll('[data-paper-id]')
  tab.route.value = { view: 'search', query: 'sparse j' }
  await drawn()
  expect(root.querySelectorAll('[data-paper-id]')).toHaveLength(3)
  tab.content.value = showing(makeHits(2, { query: 'sparse j' }))
  await drawn()
  // The same paper is the same element: nothing is drawn anew.
  expect(root.querySelectorAll('[data-paper-id]')[0]).toBe(first)
  expect(status(root)).toBe('2 papers found in 3 ms.')
})

test('? lists every key of the table, and Escape closes the list', async () => {
  const { root, tab, commands } = open(makeCards(2))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  await userEvent.keyboard('?')
  await drawn()
  const dialog = root.querySelector('dialog') as HTMLDialogElement
  expect(dialog.open).toBe(true)
  for (const { keys, label } of keyTable) {
    expect(dialog.textContent).toContain(label)
    for (const key of keys) {
      expect(dialog.textContent).toContain(printChord(key, t('keys.names'), false))
    }
  }
  for (const { name } of operators) expect(dialog.textContent).toContain(name)
  await userEvent.keyboard('{Escape}')
  await drawn()
  expect(dialog.open).toBe(false)
  stop()
})

test('a paper let go can be put back', async () => {
  const { root, tab, commands } = open(makeCards(2))
  tab.released.value = { releasedAt: 2, count: 3, title: 'Gone' }
  await drawn()
  const toast = root.querySelector('[role=alert]') as HTMLElement
  expect(toast.textContent).toContain('Gone and 2 more')
  root.querySelector<HTMLButtonElement>('.toast-undo')?.click()
  await vi.waitFor(() => expect(commands.undo).toHaveBeenCalled())
})

test('a date typed by hand counts when it is complete', async () => {
  const { root } = open(makeCards(2))
  const before = location.hash
  const field = root.querySelector('.stepper input') as HTMLInputElement
  field.focus()
  await userEvent.keyboard('08')
  field.value = '2026-08-02'
  field.dispatchEvent(new Event('change', { bubbles: true }))
  expect(location.hash).toBe(before)
  await userEvent.keyboard('{Enter}')
  expect(location.hash).toBe('#/day/2026-08-02')
  expect(document.activeElement).not.toBe(field)
  forgetRoute()
})

test('a date clicked in the picker counts at once', () => {
  const { root } = open(makeCards(2))
  const field = root.querySelector('.stepper input') as HTMLInputElement
  field.value = '2026-08-03'
  field.dispatchEvent(new Event('change', { bubbles: true }))
  expect(location.hash).toBe('#/day/2026-08-03')
  forgetRoute()
})

test('after a saved paper is let go, j goes on where it was', async () => {
  const { root, tab, commands } = open(makeCards(4))
  const stop = listenToKeys(tab, Promise.resolve(commands))
  await userEvent.keyboard('jjj')
  const cards = makeCards(4).filter((_, i) => i !== 2)
  tab.content.value = { route: { view: 'today' }, state: 'papers', cards, total: 3 }
  await drawn()
  expect(document.activeElement).toBe(document.body)
  await userEvent.keyboard('j')
  expect((document.activeElement as HTMLElement).dataset.paperId).toBe(cards[2]?.id)
  expect(root.querySelectorAll('article')).toHaveLength(3)
  stop()
})

test('a saved paper that waits says so, and arXiv is offered where Hugging Face lacks it', async () => {
  const { root, tab } = open([])
  const waiting = makeCard({ blurb: '', savedAt: 5, pendingSince: 5, triedAt: 6 })
  const saved: PageContent = {
    ...{ route: { view: 'saved' }, state: 'papers' },
    ...{ cards: [waiting], total: 1 },
  }
  tab.content.value = saved
  await drawn()
  expect(root.querySelector('.paper-pending')?.textContent).toContain('Not found yet')
  expect(root.querySelector('.arxiv-offer')).toBeNull()
  tab.mayAskArxiv.value = false
  await drawn()
  expect(root.querySelector('.arxiv-offer')?.textContent).toContain('one of the papers saved here')
  tab.content.value = { ...saved, cards: [makeCard({ savedAt: 5 })] }
  await drawn()
  expect(root.querySelector('.arxiv-offer')).toBeNull()
})

test('a paper that Hugging Face lacks is offered to be looked up at arXiv', async () => {
  const { root, tab } = open([], '#/paper/2501.99999')
  tab.content.value = { route: { view: 'paper', id: '2501.99999' }, state: 'missing' }
  tab.mayAskArxiv.value = false
  await drawn()
  expect(root.querySelector('.notice .arxiv-offer')?.textContent).toContain('Hugging Face does not')
  tab.mayAskArxiv.value = true
  await drawn()
  expect(root.querySelector('.notice')?.textContent).toContain('Neither Hugging Face nor arXiv')
})
