import { signal } from '@preact/signals'
import { vi } from 'vitest'
import { NewTabPage } from '@/entrypoints/newtab/NewTabPage.tsx'
import type { PaperCard } from '@/lib/model/card.ts'
import { frontPageFormat } from '@/lib/model/front-page.ts'
import { nothingSelected } from '@/lib/model/selection.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { createNewTab, type NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import type { Shelf } from '@/lib/state/shelf.ts'
import { mount } from './mount.ts'

export const now = new Date('2026-08-21T12:00:00Z')

/** Draws the new tab over these papers, with commands that do nothing but remember. */
export function openNewTab(cards: PaperCard[], hash = '#/today', date = '2026-08-21') {
  const commands = {
    setSaved: vi.fn(async () => {}),
    undo: vi.fn(async () => {}),
    markOpened: vi.fn(async () => {}),
    toggleAbstract: vi.fn(async () => {}),
    findPapers: vi.fn(async () => []),
    expectSearch: vi.fn(),
    cite: vi.fn(async () => 'Copied.'),
    refresh: vi.fn(async () => {}),
    lookAgain: vi.fn(),
    dismissUndo: vi.fn(),
    showMore: vi.fn(),
    askHub: vi.fn(async () => {}),
    setSavedFromHub: vi.fn(async () => {}),
    openFromHub: vi.fn(async () => {}),
    openSending: vi.fn(() => new Promise<never>(() => {})),
  } satisfies NewTabCommands
  const frontPage = {
    ...{ format: frontPageFormat, date, fetchedAt: now.getTime(), cards },
    ...{ total: cards.length, lastSaved: [], savedCount: 0 },
  } as const
  const visit = { lastLookAt: now.getTime(), previousEndedAt: now.getTime() - 3_600_000 }
  const tab = createNewTab({ hash, now, visit, frontPage })
  const root = mount(<NewTabPage tab={tab} live={Promise.resolve(commands)} />)
  return { root, tab, commands }
}

/** A shelf of these rows, which remembers what is done with it. */
function makeShelf(rows: readonly ShelfRow[]) {
  return {
    rows: signal(new Map(rows.map((row) => [row.id, row]))),
    selection: signal(nothingSelected),
    tags: signal([{ tag: 'vision', count: 1 }]),
    statuses: signal({ 'to-read': rows.length, reading: 0, read: 0 }),
    show: vi.fn(),
    setStatus: vi.fn(async () => {}),
    changeTags: vi.fn(async () => {}),
    tagsAmong: vi.fn(async () => []),
    setNote: vi.fn(async () => {}),
    keepDraft: vi.fn(),
    release: vi.fn(async () => {}),
    restore: vi.fn(async () => {}),
    deleteForGood: vi.fn(async () => {}),
  } satisfies Shelf
}

/** Shows these rows as what is saved, or as the bin. */
export function showShelf(tab: NewTab, rows: readonly ShelfRow[], view: 'saved' | 'bin' = 'saved') {
  const shelf = (tab.shelf.value as ReturnType<typeof makeShelf> | undefined) ?? makeShelf(rows)
  tab.shelf.value = shelf
  tab.route.value = { view }
  const ids = rows.map(({ id }) => id)
  tab.content.value =
    view === 'saved'
      ? { state: 'shelf', route: { view }, ids, total: ids.length, isRelaxed: false }
      : { state: 'bin', route: { view }, ids }
  return shelf
}

/** The next test begins without a hash. */
export const forgetRoute = () => history.replaceState(null, '', location.pathname + location.search)
