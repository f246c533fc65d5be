import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { PaperCard } from '@/lib/model/card.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { makeCard, makeCards, makeHits } from '../../support/cards.ts'
import { makePaper } from '../../unit/make-paper.ts'
import { drawn } from '../mount.ts'
import { showShelf } from '../open-new-tab.tsx'

/** Every thing that a card can have, once. */
export const cards: PaperCard[] = [
  makeCard({ abstract: 'Long. '.repeat(200), repository: 'a/b', stars: 1200, comments: 3 }),
  makeCard({ authorCount: 3303, isRead: true, savedAt: 5, projectUrl: 'https://p.example/' }),
  makeCard({ firstSeenAt: Date.now(), organization: { name: 'o', fullName: 'An Organisation' } }),
  makeCard({ blurb: '', savedAt: 5, pendingSince: 5, triedAt: 6 }),
  ...makeCards(4),
].map((card, i) => ({ ...card, id: `2608.9${String(i).padStart(4, '0')}` }))

const rows: ShelfRow[] = cards.slice(0, 6).map((card, i) => ({
  ...{ ...card, savedAt: i + 1, tags: ['vision', 'to cite'].slice(0, i) },
  ...{ status: (['to-read', 'reading', 'read'] as const)[i % 3] ?? 'read' },
  ...(i === 2 && {
    note: '# A note\n\nof **mine** with a [link](https://a.example) and\n\n> words',
  }),
}))

async function showStep(step: 'look' | 'keys', tab: NewTab, root: HTMLElement): Promise<void> {
  tab.welcome.value = step
  await expect.poll(() => root.querySelector('.first-steps')).not.toBeNull()
}

/** What the page can show; each is drawn over the front page. */
export const states: Record<string, (tab: NewTab, root: HTMLElement) => void | Promise<void>> = {
  'the front page': () => {},
  'an abstract that is open, and what was let go': (tab) => {
    tab.abstracts.value = new Map([[cards[4]?.id ?? '', 'The whole abstract. '.repeat(30)]])
    tab.released.value = { releasedAt: 2, count: 3, title: 'A paper that was let go' }
  },
  'the first step, which is the look': (tab, root) => showStep('look', tab, root),
  'the second step, which is the keys': (tab, root) => showStep('keys', tab, root),
  'a list': (tab) => {
    tab.route.value = { view: 'trending' }
    tab.content.value = {
      ...{ route: { view: 'trending' }, state: 'papers' },
      ...{ cards, total: cards.length },
    }
  },
  loading: (tab) => {
    tab.isFetching.value = true
    tab.content.value = { route: { view: 'week', week: '2026-W34' }, state: 'loading' }
  },
  'nothing yet, and an error': (tab) => {
    tab.failure.value = 'It could not be reached.'
    tab.content.value = { route: { view: 'today' }, state: 'missing' }
  },
  'an empty weekend': (tab) => {
    tab.content.value = { route: { view: 'day', date: '2026-08-16' }, state: 'empty' }
  },
  'records that could not be read': (tab, root) => {
    const ref = { kind: 'day', key: '2026-08-21' } as const
    const dropped = [{ id: '2608.90009', index: 4, reason: 'paper.title: missing' }]
    const report = { endpoint: tab.endpoint.value, startedAt: 1, endedAt: 2 }
    tab.sync.value = {
      report: { ...report, outcomes: [{ ref, result: 'stored', papers: 2, added: 2, dropped }] },
    }
    return drawn().then(() => root.querySelector('summary')?.click())
  },
  'hits, and those of Hugging Face': (tab) => {
    const hits = makeHits(6, { query: 'agent' })
    const [first] = hits.cards
    if (first) {
      first.markedTitle = [{ text: 'Agent', isMarked: true }]
      first.snippet = [{ text: 'an agent', isMarked: true }]
      first.reasons = [{ place: 'author', text: [{ text: 'Ada', isMarked: true }] }]
    }
    tab.route.value = { view: 'search', query: 'agent' }
    tab.search.hub.value = {
      ...{ query: 'agent', state: 'answered', dropped: 1 },
      cards: makeHits(2).cards.map((hit) => ({ ...hit, id: `${hit.id}0` })),
    }
    tab.content.value = {
      ...{ state: 'hits', hits, hubQuery: 'agent' },
      route: { view: 'search', query: 'agent' },
    }
  },
  'no hit': (tab) => {
    const hits = makeHits(0, { query: 'zebra' })
    tab.content.value = {
      ...{ state: 'hits', hits, hubQuery: 'zebra' },
      route: { view: 'search', query: 'zebra' },
    }
  },
  'a search without words': (tab) => {
    tab.content.value = { route: { view: 'search', query: '' }, state: 'empty' }
  },
  'hints while typing': async (_tab, root) => {
    await userEvent.type(root.querySelector('input[type=search]') as Element, 'a')
    await userEvent.keyboard('{ArrowDown}')
  },
  'what is saved, selected': async (tab, root) => {
    showShelf(tab, rows)
    await drawn()
    root.querySelector<HTMLElement>('.shelf-select')?.click()
    await drawn()
    root.querySelector<HTMLElement>('.selection-bar .tag-open')?.click()
    root.querySelector<HTMLElement>('.shelf-row .note-open')?.click()
  },
  'nothing saved': (tab) => {
    tab.content.value = { route: { view: 'saved' }, state: 'empty' }
  },
  'the bin, asking before what cannot be undone': async (tab, root) => {
    showShelf(tab, rows, 'bin')
    await drawn()
    root.querySelector<HTMLElement>('.bin-actions .quiet-button')?.click()
  },
  'a paper of its own': (tab) => {
    const [row] = rows
    const paper = makePaper({ keywords: ['one', 'two'] })
    const route = { view: 'paper', id: paper.id } as const
    if (!row) return
    showShelf(tab, rows)
    tab.content.value = { ...{ route, state: 'paper', paper, card: row }, saved: row }
  },
  'no such page': (tab) => {
    tab.content.value = { route: { view: 'unknown', hash: '#/x' }, state: 'missing' }
  },
  'the menu of citations': async () => {
    await userEvent.keyboard('jc')
  },
  'the sheet of keys': (tab) => {
    tab.isHelpOpen.value = true
  },
  'the palette': async () => {
    await userEvent.keyboard('j{Control>}k{/Control}')
    await drawn()
    await userEvent.keyboard('save')
  },
}
