import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews, PaletteOfNewTab } from '@/entrypoints/newtab/later-views.ts'
import { listenForPalette } from '@/entrypoints/palette/listen-for-palette.tsx'
import { makeCards } from '../support/cards.ts'
import { makePaper } from '../unit/make-paper.ts'
import { drawn, mount } from './mount.ts'
import { forgetRoute, openNewTab } from './open-new-tab.tsx'

beforeAll(loadLaterViews)
beforeAll(() => PaletteOfNewTab.load())
// Loaded when it is first opened: here that may take longer than a test waits for it.
beforeAll(() => import('@/entrypoints/palette/PaletteOfPage.tsx'))

let stop = () => {}
beforeEach(forgetRoute)
afterEach(() => {
  stop()
  forgetRoute()
})

const controlK = '{Control>}k{/Control}'
const palette = () => document.querySelector<HTMLDialogElement>('dialog.palette')
const options = () => [...document.querySelectorAll('[role=option]')]
const labels = () => options().map((each) => each.querySelector('.palette-label')?.textContent)
const chosen = () => {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
  return document.getElementById(id)?.querySelector('.palette-label')?.textContent
}

function open() {
  const opened = openNewTab(makeCards(4))
  stop = listenToKeys(opened.tab, Promise.resolve(opened.commands))
  return opened
}

async function openPalette(keys = '') {
  const opened = open()
  await userEvent.keyboard(keys + controlK)
  await drawn()
  expect(palette()?.open).toBe(true)
  return opened
}

describe('Ctrl+K on the new tab', () => {
  test('opens a list of everywhere to go and everything to do, and closes it', async () => {
    await openPalette()
    expect(labels()).toEqual(
      expect.arrayContaining(['Saved', 'Trending', 'Settings', 'Search; so does starting to type']),
    )
    // It is the last edition there is, and nothing has the focus: there is no paper to save.
    expect(labels()).toContain('Earlier day, week or month')
    expect(labels()).not.toContain('Later day, week or month')
    expect(labels().join()).not.toContain('Save the paper')
    await userEvent.keyboard(controlK)
    await drawn()
    expect(palette()).toBeNull()
  })

  test('works from the search box as well', async () => {
    const { root } = open()
    root.querySelector<HTMLElement>('input[type=search]')?.focus()
    await userEvent.keyboard(controlK)
    await drawn()
    expect(palette()?.open).toBe(true)
  })

  test('is a combobox whose list the arrows go through', async () => {
    await openPalette()
    const box = document.activeElement as HTMLElement
    expect(box.getAttribute('role')).toBe('combobox')
    expect(document.getElementById(box.getAttribute('aria-controls') ?? '')?.role).toBe('listbox')
    expect(chosen()).toBe(labels()[0])
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(chosen()).toBe(labels()[2])
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
    expect(chosen()).toBe(labels().at(-1))
  })

  test('goes to a view by a few of its letters', async () => {
    await openPalette()
    await userEvent.keyboard('trend{Enter}')
    await drawn()
    expect(location.hash).toBe('#/trending')
    expect(palette()).toBeNull()
  })

  test('goes to a day that is written, and to a paper by its id', async () => {
    await openPalette()
    await userEvent.keyboard('3 august')
    expect(chosen()).toBe('Monday, August 3, 2026')
    await userEvent.keyboard('{Enter}')
    expect(location.hash).toBe('#/day/2026-08-03')
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('arXiv:2501.12345{Enter}')
    expect(location.hash).toBe('#/paper/2501.12345')
  })

  test('finds papers, and searches for whatever is typed', async () => {
    const { commands } = open()
    const paper = makePaper({ title: 'Sparse <b>Upcycling</b>' })
    commands.findPapers.mockResolvedValue([paper] as never)
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('zebra sparse')
    await vi.waitFor(() => expect(labels()).toContain(paper.title))
    expect(labels()).toEqual([paper.title, 'Search for “zebra sparse”'])
    await userEvent.keyboard('{Enter}')
    expect(location.hash).toBe(`#/paper/${paper.id}`)
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('zebra{ArrowUp}{Enter}')
    expect(location.hash).toBe('#/search?q=zebra')
  })

  test('has each group once, and in it each paper once, by its title when that is known', async () => {
    const { commands } = open()
    const paper = makePaper()
    commands.findPapers.mockResolvedValue([paper] as never)
    await userEvent.keyboard(controlK)
    await drawn()
    const titles = () =>
      [...document.querySelectorAll('.palette-title')].map((each) => each.textContent)
    await userEvent.keyboard('mon')
    await vi.waitFor(() => expect(titles()).toContain('Papers'))
    expect(labels()).toEqual(expect.arrayContaining(['Monday, August 17, 2026', 'This month']))
    expect(titles()).toEqual([...new Set(titles())])
    await userEvent.clear(document.activeElement as HTMLElement)
    await userEvent.keyboard(paper.id)
    await vi.waitFor(() => expect(labels()).toContain(paper.title))
    expect(titles()).toEqual(['Papers', 'Search'])
    expect(labels()).toEqual([paper.title, `Search for “${paper.id}”`])
  })

  test('does to the paper that had the focus what is chosen, and gives the focus back', async () => {
    const { commands } = await openPalette('jj')
    await userEvent.keyboard('save the{Enter}')
    expect(commands.setSaved).toHaveBeenCalledWith('2608.90001', true)
    await drawn()
    expect((document.activeElement as HTMLElement).dataset.paperId).toBe('2608.90001')
  })

  test('refreshes, opens the sheet of keys, and leaves by Escape', async () => {
    const { commands, tab } = await openPalette()
    await userEvent.keyboard('check{Enter}')
    await vi.waitFor(() => expect(commands.refresh).toHaveBeenCalled())
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('these keys{Enter}')
    expect(tab.isHelpOpen.value).toBe(true)
    await drawn()
    await userEvent.keyboard('{Escape}')
    await drawn()
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('{Escape}')
    await drawn()
    expect(palette()).toBeNull()
  })

  test('what leads somewhere is a link, which Ctrl opens in a tab and leaves the palette', async () => {
    await openPalette()
    await userEvent.keyboard('trending')
    const clicks: string[] = []
    const listen = (event: MouseEvent) => {
      clicks.push(`${(event.target as Element).closest('a')?.hash} ${event.ctrlKey}`)
      event.preventDefault()
    }
    addEventListener('click', listen)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    removeEventListener('click', listen)
    expect(clicks).toEqual(['#/trending true'])
    expect(palette()?.open).toBe(true)
  })
})

describe('Ctrl+K on another page', () => {
  test('offers what is on the page, and leads to the new tab', async () => {
    const pressed = vi.fn()
    mount(
      <main>
        <section>
          <h2>Feed</h2>
          <div inert>
            <h2>A picture of a paper</h2>
          </div>
          <label for="endpoint">Hugging Face endpoint</label>
          <input id="endpoint" />
          <button type="button" onClick={pressed}>
            Sync now
          </button>
        </section>
      </main>,
    )
    stop = listenForPalette()
    await userEvent.keyboard(controlK)
    await vi.waitFor(() => expect(palette()?.open).toBe(true))
    expect(labels()).toContain('Feed')
    expect(labels()).not.toContain('A picture of a paper')
    await userEvent.keyboard('endpoint{Enter}')
    expect(document.activeElement?.id).toBe('endpoint')
    await userEvent.keyboard(controlK)
    await vi.waitFor(() => expect(palette()?.open).toBe(true))
    await userEvent.keyboard('sync no{Enter}')
    expect(pressed).toHaveBeenCalledOnce()
    await userEvent.keyboard(controlK)
    await vi.waitFor(() => expect(palette()?.open).toBe(true))
    await userEvent.keyboard('trending')
    expect(options()[0]?.getAttribute('href')).toBe('/newtab.html#/trending')
  })
})
