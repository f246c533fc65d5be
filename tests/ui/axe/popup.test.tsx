import '@/entrypoints/popup/style.css'
import { expect, test } from 'vitest'
import { PopupPage } from '@/entrypoints/popup/PopupPage.tsx'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import type { PagePaper } from '@/lib/model/page-paper.ts'
import { createPopup, type Popup } from '@/lib/state/popup.ts'
import type { PopupCommands } from '@/lib/state/popup-live.ts'
import { makeCard, makeCards, makeHits } from '../../support/cards.ts'
import { audit } from '../audit.ts'
import { drawn, mount } from '../mount.ts'

function open(cards = makeCards(8)) {
  const lastSaved = cards.slice(0, 2).map((card) => ({ ...card, savedAt: 5, isRead: true }))
  const popup = createPopup({
    ...{ format: frontPageFormat, date: '2026-08-21', total: cards.length, cards },
    ...{ lastSaved, savedCount: lastSaved.length },
  })
  const live = new Promise<PopupCommands>(() => {})
  const root = mount(<PopupPage popup={popup} live={live} onAllowArxiv={() => {}} />)
  // As long as its list: what lies under the last row, which sticks, is scrolled from there.
  root.querySelector<HTMLElement>('.popup')?.style.setProperty('max-height', 'none')
  return popup
}

const on = (page: PagePaper) => (popup: Popup) => {
  popup.mayAskArxiv.value = false
  popup.page.value = page
}

const states: Record<string, (popup: Popup) => void> = {
  'at rest': () => {},
  'on a paper': on({ state: 'stored', card: makeCard({ savedAt: 5 }) }),
  'on a paper that is not stored': on({ state: 'unknown', id: '2501.1', title: 'On Zebras' }),
  'on a paper of another site': on({
    state: 'unknown',
    id: 'openreview:aBc_-123',
    title: 'On Zebras',
    lookUp: { state: 'offered' },
  }),
  'with hits and an offer to undo': (popup) => {
    popup.query.value = 'agent'
    popup.hits.value = makeHits(6, { query: 'agent' })
    popup.hubQuery.value = 'agent'
    popup.released.value = { releasedAt: 2, count: 1, title: 'Gone' }
  },
  'with no hit, and an error': (popup) => {
    popup.query.value = 'zebra'
    popup.hits.value = makeHits(0, { query: 'zebra' })
    popup.failure.value = 'The database cannot be opened.'
  },
  'with the sheet of keys': (popup) => {
    popup.isHelpOpen.value = true
  },
}

test.each(Object.entries(states))('axe finds nothing in the popup %s', async (_what, show) => {
  show(open())
  await drawn()
  expect(await audit()).toEqual([])
})

test('axe finds nothing in the popup before there is anything', async () => {
  open([])
  expect(await audit()).toEqual([])
})
