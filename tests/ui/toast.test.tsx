import '@/entrypoints/newtab/style.css'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { makeCards } from '../support/cards.ts'
import { drawn } from './mount.ts'
import { forgetRoute, openNewTab, showShelf } from './open-new-tab.tsx'

beforeAll(loadLaterViews)
beforeEach(forgetRoute)
beforeAll(() => page.viewport(900, 500))

const rows: ShelfRow[] = makeCards(12).map((card, i) => ({
  ...{ ...card, savedAt: i + 1, status: 'to-read', tags: [] },
}))

test('an offer to undo stands above the bar of what is selected, whatever that has to tell', async () => {
  const { root, tab } = openNewTab(makeCards(2))
  const shelf = showShelf(tab, rows)
  shelf.selection.value = { ids: new Set([rows[0]?.id ?? '']) }
  tab.released.value = { releasedAt: 2, count: 1, title: 'Gone' }
  await drawn()
  const isClear = () => {
    const bar = root.querySelector('.selection-bar')?.getBoundingClientRect()
    const toast = root.querySelector('.toast')?.getBoundingClientRect()
    return bar !== undefined && toast !== undefined && toast.bottom <= bar.top && toast.top > 0
  }
  await vi.waitFor(() => expect(isClear()).toBe(true))
  const missing = rows.map(({ id, title }) => ({ id, title, reason: 'It has no PDF.' }))
  tab.send.value = {
    ids: [rows[0]?.id ?? ''],
    zotero: { state: 'done', text: '1 of 2 papers are in Zotero.', missing: missing.slice(0, 4) },
  }
  await vi.waitFor(() => expect(root.querySelector('.send-missing')).not.toBeNull())
  await vi.waitFor(() => expect(isClear()).toBe(true))
  shelf.selection.value = { ids: new Set() }
  await drawn()
  const toast = root.querySelector('.toast')?.getBoundingClientRect()
  expect(innerHeight - (toast?.bottom ?? 0)).toBe(24)
})

test('a long title leaves room to say how many went with it', async () => {
  const { root, tab } = openNewTab(makeCards(2))
  tab.released.value = { releasedAt: 2, count: 3, title: 'A long title '.repeat(20) }
  await drawn()
  const placeOf = (part: string) => root.querySelector(`.toast-${part}`)?.getBoundingClientRect()
  const [more, undo] = [placeOf('more'), placeOf('undo')]
  expect(more?.width).toBeGreaterThan(0)
  expect(more?.right).toBeLessThanOrEqual(undo?.left ?? 0)
})

test('the status is busy while it goes on changing, so that it is read out once', async () => {
  const { root, tab } = openNewTab(makeCards(2))
  const status = root.querySelector('[role=status]') as HTMLElement
  expect(status.ariaBusy).toBe('false')
  for (const what of ['It is', 'It is down', 'It is down.']) {
    tab.failure.value = what
    await drawn()
    expect([status.textContent?.includes(what), status.ariaBusy]).toEqual([true, 'true'])
  }
  await vi.waitFor(() => expect(status.ariaBusy).toBe('false'))
})
