import { describe, expect, test } from 'vitest'
import { toCard } from '../../../lib/model/card.ts'
import type { FrontPage } from '../../../lib/model/front-page.ts'
import { defaultEndpoint } from '../../../lib/settings.ts'
import { createNewTab } from '../../../lib/state/new-tab.ts'
import { createPopup } from '../../../lib/state/popup.ts'
import { makeIds, makePaper } from '../make-paper.ts'

const cards = makeIds(8).map((id) => toCard(makePaper({ id }), { isRead: false }))
const frontPage: FrontPage = {
  format: 1,
  date: '2026-08-21',
  fetchedAt: 7,
  total: 34,
  cards,
  lastSaved: cards.slice(0, 2),
  savedCount: 2,
}
const now = new Date('2026-08-21T16:00:00Z')
const visit = { lastLookAt: now.getTime() }
const open = (hash: string, page: FrontPage | undefined = frontPage) =>
  createNewTab({ hash, now, visit, frontPage: page })

describe('a new tab', () => {
  test.each(['', '#/today'])('at %j paints the front page that lies ready', (hash) => {
    const tab = open(hash)
    expect(tab.content.value).toEqual({
      route: { view: 'today' },
      state: 'papers',
      cards,
      total: 34,
      edition: '2026-08-21',
      fetchedAt: 7,
    })
    expect(tab.savedCount.value).toBe(2)
    expect(tab.today.value).toBe('2026-08-21')
  })

  test('waits for the database elsewhere', () => {
    expect(open('#/saved').content.value).toEqual({ route: { view: 'saved' }, state: 'loading' })
  })

  test('waits for it before there is an edition, and with one of another format', () => {
    const empty = { ...frontPage, date: undefined, cards: [] }
    const newer = { ...frontPage, format: 2 as 1 }
    for (const page of [undefined, empty, newer]) {
      const tab = createNewTab({ hash: '', now, visit, frontPage: page })
      expect(tab.content.value.state).toBe('loading')
    }
  })

  test('knows the endpoint, or the default', () => {
    expect(open('').endpoint.value).toBe(defaultEndpoint)
    const tab = createNewTab({ hash: '', now, visit, endpoint: 'https://feed.example' })
    expect(tab.endpoint.value).toBe('https://feed.example')
  })
})

describe('the popup', () => {
  test('has the first five and those saved last', () => {
    const popup = createPopup(frontPage)
    expect(popup.today.value).toEqual(cards.slice(0, 5))
    expect(popup.lastSaved.value).toEqual(cards.slice(0, 2))
    expect(popup.edition.value).toBe('2026-08-21')
  })

  test.each([[undefined], [{ ...frontPage, format: 2 as 1 }]])(
    'has nothing without one',
    (page) => {
      expect(createPopup(page).today.value).toEqual([])
    },
  )
})
