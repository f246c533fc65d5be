import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { keyTable } from '@/entrypoints/newtab/keys/key-table.ts'
import { loadLaterViews } from '@/entrypoints/newtab/later-views.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { makeCards, makeHits } from '../support/cards.ts'
import { makePaper } from '../unit/make-paper.ts'
import { drawn } from './mount.ts'
import { forgetRoute, openNewTab, showShelf } from './open-new-tab.tsx'

beforeAll(loadLaterViews)

let stop = () => {}
beforeEach(forgetRoute)
afterEach(() => stop())

function open(cards = makeCards(6)) {
  const opened = openNewTab(cards)
  stop = listenToKeys(opened.tab, Promise.resolve(opened.commands))
  opened.root.addEventListener('click', (event) => event.preventDefault())
  const box = opened.root.querySelector('input[type=search]') as HTMLInputElement
  return { ...opened, box }
}

const rows: ShelfRow[] = makeCards(4).map((card, i) => ({
  ...{ ...card, savedAt: i + 1, status: 'to-read', tags: i === 0 ? ['vision'] : [] },
}))

async function openShelf(view: 'saved' | 'bin' = 'saved') {
  const opened = open()
  const shelf = showShelf(opened.tab, rows, view)
  await drawn()
  return { ...opened, shelf }
}

const focused = () => document.activeElement as HTMLElement
const focusedId = () => focused().dataset.paperId
const inOrder = (index: number) => rows[index]?.id

describe('the table of keys', () => {
  test('has no chord twice, and all of each row', () => {
    const chords = keyTable.flatMap(({ keys }) => keys)
    expect(new Set(chords).size).toBe(chords.length)
    const names = keyTable.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const row of keyTable) {
      expect(row.keys.length).toBeGreaterThan(0)
      expect(row.label).not.toBe('')
      expect([typeof row.can, typeof row.run]).toEqual(['function', 'function'])
    }
  })

  test('is what is heard: each chord runs its own row, where that has something to act on', async () => {
    const { tab } = await openShelf()
    const heard: string[] = []
    const undo: (() => void)[] = []
    for (const row of keyTable) {
      const { can, run } = row
      const was = { can, run }
      Object.assign(row, { can: () => true, run: () => heard.push(row.name) })
      undo.push(() => Object.assign(row, was))
    }
    try {
      for (const { keys, name } of keyTable) {
        for (const chord of keys) {
          heard.length = 0
          await userEvent.keyboard(
            chord
              .split(/\+(?=.)/)
              .map((key, i, all) => (i < all.length - 1 ? '{Control>}' : named(key)))
              .join('') + (chord.startsWith('Ctrl+') ? '{/Control}' : ''),
          )
          expect([chord, ...heard]).toEqual([chord, name])
        }
      }
    } finally {
      for (const each of undo) each()
    }
    expect(tab.isHelpOpen.value).toBe(false)
  })

  const named = (key: string) => (key.length > 1 ? `{${key}}` : key)
})

describe('in a list of papers', () => {
  test('Tab stops once, at the paper that had the focus last, and goes on through its controls', async () => {
    const { root } = open()
    const tabIn = async () => {
      root.querySelector<HTMLElement>('.views a:last-of-type')?.focus()
      // The field of the date has a stop for each of its parts.
      for (let i = 0; i < 9 && !focusedId(); i++) await userEvent.tab()
      return focusedId()
    }
    expect(await tabIn()).toBe('2608.90000')
    await userEvent.tab()
    expect(focused().closest('article')?.dataset.paperId).toBe('2608.90000')
    for (let i = 0; i < 12 && focused().closest('article'); i++) await userEvent.tab()
    // Past the last control of the one paper, the list is over.
    expect(focused().closest('[role=feed]')).toBeNull()
    await userEvent.keyboard('jj')
    expect(root.querySelectorAll('[role=feed] article[tabindex="0"]')).toHaveLength(1)
    expect(await tabIn()).toBe('2608.90001')
  })

  test('the stop stays when papers come and go', async () => {
    const { root, tab } = open()
    await userEvent.keyboard('jjj')
    const cards = makeCards(8).filter(({ id }) => id !== '2608.90002')
    tab.content.value = { route: { view: 'today' }, state: 'papers', cards, total: 7 }
    await drawn()
    const stops = root.querySelectorAll<HTMLElement>('[role=feed] article[tabindex="0"]')
    expect([...stops].map((each) => each.dataset.paperId)).toEqual(['2608.90003'])
    const others = [...root.querySelectorAll('article:not([tabindex="0"]) :is(a, button)')]
    expect(others.length).toBeGreaterThan(20)
    expect(others.every((each) => each.getAttribute('tabindex') === '-1')).toBe(true)
  })

  test('arrows and Page keys go from paper to paper once one has the focus', async () => {
    open()
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe(document.body)
    await userEvent.keyboard('j{ArrowDown}{PageDown}')
    expect(focusedId()).toBe('2608.90002')
    await userEvent.keyboard('{ArrowUp}{PageUp}')
    expect(focusedId()).toBe('2608.90000')
  })

  test('they scroll for someone who has clicked into a paper', async () => {
    const { root } = open()
    await userEvent.click(root.querySelector('.paper-blurb') as Element)
    expect(focusedId()).toBe('2608.90000')
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedId()).toBe('2608.90000')
  })

  test('Ctrl+Home and Ctrl+End leave it', async () => {
    const { root, tab } = open()
    const hits = makeHits(3, { query: 'agent' })
    tab.content.value = {
      ...{ state: 'hits', hits, hubQuery: 'agent' },
      route: { view: 'search', query: 'agent' },
    }
    await drawn()
    await userEvent.keyboard('j{Control>}{End}{/Control}')
    expect(focused()).toBe(root.querySelector('.hub-ask'))
    await userEvent.keyboard('k{Control>}{Home}{/Control}')
    expect(focused().closest('.views, .status')).not.toBeNull()
  })

  test('the focus comes to the papers when the first steps, which had it, are done', async () => {
    const { root, tab } = open()
    tab.welcome.value = 'look'
    await expect.poll(() => root.querySelector('.first-steps-skip')).not.toBeNull()
    root.querySelector<HTMLElement>('.first-steps-skip')?.focus()
    tab.welcome.value = 'done'
    await expect.poll(focusedId).toBe('2608.90000')
  })

  test('O opens in a tab behind', async () => {
    const { root } = open()
    const clicks: boolean[] = []
    root.addEventListener('click', (event) => clicks.push(event.ctrlKey || event.metaKey))
    await userEvent.keyboard('jo')
    await userEvent.keyboard('O')
    expect(clicks).toEqual([false, true])
  })
})

describe('starting to type', () => {
  test('begins a search with a letter that has nothing else to do', async () => {
    const { box, tab } = open()
    await userEvent.keyboard('attention')
    expect(box.value).toBe('attention')
    expect(tab.route.value).toEqual({ view: 'search', query: 'attention' })
  })

  test('goes on at the end of what is there', async () => {
    const { box, root } = open()
    await userEvent.type(box, 'sparse ')
    root.querySelector<HTMLElement>('article')?.focus()
    await userEvent.keyboard('D')
    expect(box.value).toBe('sparse D')
  })

  test('leaves letters to the paper that has the focus, and to fields and dialogs', async () => {
    const { root, box, commands, tab } = open()
    await userEvent.keyboard('js')
    expect(commands.setSaved).toHaveBeenCalledWith('2608.90000', true)
    root.querySelector<HTMLElement>('.stepper input')?.focus()
    await userEvent.keyboard('d')
    tab.isHelpOpen.value = true
    await drawn()
    await userEvent.keyboard('d')
    expect(box.value).toBe('')
  })

  test('takes the focus from nothing while nothing is typed', async () => {
    const { commands } = open()
    await drawn()
    expect(focused()).toBe(document.body)
    await userEvent.keyboard(' {Control>}d{/Control}')
    expect(focused()).toBe(document.body)
    expect(commands.setSaved).not.toHaveBeenCalled()
  })
})

test('from the search box an arrow leads to the papers, and other keys hold there too', async () => {
  const { tab } = open()
  await userEvent.keyboard('/')
  await userEvent.keyboard('{ArrowDown}')
  expect((focused() as HTMLElement).getAttribute('aria-posinset')).toBe('1')
  await userEvent.keyboard('/')
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(tab.isPaletteOpen.value).toBe(true)
})

describe('Escape in the search box', () => {
  test('empties it, and then goes back to what was shown', async () => {
    const { box, tab } = open()
    await userEvent.keyboard('/')
    await userEvent.keyboard('agents')
    await vi.waitFor(() => expect(location.hash).toBe('#/search?q=agents'))
    await userEvent.keyboard('{Escape}')
    expect(box.value).toBe('')
    expect(focused()).toBe(box)
    await userEvent.keyboard('{Escape}')
    expect(focused()).toBe(document.body)
    await vi.waitFor(() => expect(location.hash).not.toContain('search'))
    expect(tab.route.value.view).toBe('search')
  })

  test('comes back at once from a search that is not in the address yet', async () => {
    const { tab } = open()
    await userEvent.keyboard('agents{Escape}{Escape}')
    expect(tab.route.value).toEqual({ view: 'today' })
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(location.hash).toBe('')
  })
})

describe('among what is saved', () => {
  test('letters go on after a tick was set, and Escape takes all ticks away', async () => {
    const { root, shelf } = await openShelf()
    await userEvent.click(root.querySelector('.shelf-select') as Element)
    expect(shelf.selection.value.ids.size).toBe(1)
    await userEvent.keyboard('j')
    expect(focusedId()).toBe(inOrder(1))
    await userEvent.keyboard('X')
    expect(shelf.selection.value.ids.size).toBe(2)
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(shelf.selection.value.ids.size).toBe(4)
    await userEvent.keyboard('{Escape}')
    expect(shelf.selection.value.ids.size).toBe(0)
  })

  test('c cites all that are selected', async () => {
    const { root } = await openShelf()
    await userEvent.keyboard('jxjx')
    await drawn()
    await userEvent.keyboard('c')
    await drawn()
    const opened = root.querySelectorAll('.cite-button[aria-expanded=true]')
    expect([...opened].map((each) => each.closest('.selection-bar') !== null)).toEqual([true])
    await userEvent.keyboard('{Escape}')
  })

  test('after Clear the focus is at the paper it was at before', async () => {
    const { root } = await openShelf()
    await userEvent.keyboard('jjx')
    await drawn()
    await userEvent.click(root.querySelector('.selection-clear') as Element)
    await drawn()
    expect(root.querySelector('.selection-bar')).toBeNull()
    expect(focusedId()).toBe(inOrder(1))
  })

  test('Escape leaves the tags of what is selected, and then the selection', async () => {
    const { root, shelf } = await openShelf()
    await userEvent.keyboard('jx')
    await drawn()
    const opener = root.querySelector('.selection-bar .tag-open') as HTMLElement
    await userEvent.click(opener)
    await vi.waitFor(() => expect(focused().className).toBe('tag-input'))
    await userEvent.keyboard('{Escape}')
    expect(focused()).toBe(opener)
    await vi.waitFor(() => expect(root.querySelector('.selection-tags')).toBeNull())
    await userEvent.keyboard('{Escape}')
    expect(shelf.selection.value.ids.size).toBe(0)
  })

  test('when the last is gone the focus is at the view, from the bin, too', async () => {
    const { root, tab } = await openShelf()
    await userEvent.keyboard('j')
    tab.content.value = { route: { view: 'bin' }, state: 'empty' }
    tab.route.value = { view: 'bin' }
    await vi.waitFor(() => expect(focused()).toBe(root.querySelector('.views [href="#/saved"]')))
  })

  test('after Delete it is at the paper that took the place', async () => {
    const { root, tab, shelf } = await openShelf()
    await userEvent.keyboard('jjx')
    await drawn()
    root.querySelector<HTMLElement>('.selection-delete')?.focus()
    await userEvent.keyboard('{Enter}')
    expect(shelf.release).toHaveBeenCalledWith([inOrder(1)])
    shelf.selection.value = { ids: new Set(), anchor: undefined }
    showShelf(
      tab,
      rows.filter(({ id }) => id !== inOrder(1)),
    )
    await drawn()
    await drawn()
    expect(focusedId()).toBe(inOrder(2))
  })

  test('the focus that a reader took away is not brought back', async () => {
    const { tab, shelf } = await openShelf()
    await userEvent.keyboard('jx')
    await drawn()
    focused().blur()
    await new Promise((resolve) => setTimeout(resolve, 20))
    shelf.selection.value = { ids: new Set(), anchor: undefined }
    showShelf(tab, rows.slice(1))
    await drawn()
    await drawn()
    expect(focused()).toBe(document.body)
  })
})

test('the keys of a paper act on the one of a page of its own, whatever has the focus', async () => {
  const { tab, commands } = open(makeCards(1))
  const paper = makePaper({ title: 'Seven' })
  const [card] = makeCards(1)
  const route = { view: 'paper', id: paper.id } as const
  if (card) tab.content.value = { route, state: 'paper', paper, card: { ...card, id: paper.id } }
  await drawn()
  await userEvent.keyboard('s')
  expect(commands.setSaved).toHaveBeenCalledWith(paper.id, true)
})
