import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews, PaletteOfNewTab } from '@/entrypoints/newtab/later-views.ts'
import { listenForPalette } from '@/entrypoints/palette/listen-for-palette.tsx'
import { makeCards } from '../support/cards.ts'
import { makePaper } from '../unit/make-paper.ts'
import { drawn, mount } from './mount.ts'
import { forgetRoute, openNewTab } from './open-new-tab.tsx'
import { openSettings } from './open-settings.tsx'
import '@/components/tokens.css'

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
    expect(labels()).toEqual(expect.arrayContaining(['Saved', 'Trending', 'Settings', 'Search']))
    // It is the last edition there is, and nothing has the focus: there is no paper to save.
    expect(labels()).toContain('Earlier day, week or month')
    expect(labels()).not.toContain('Later day, week or month')
    expect(labels().join()).not.toContain('Save the paper')
    expect(labels().join()).not.toContain('Undo')
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
    await userEvent.keyboard('help{Enter}')
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

describe('what is typed into the palette of the new tab', () => {
  const type = (text: string) => userEvent.fill(document.activeElement as HTMLElement, text)
  const address = () =>
    document.querySelector('[role=option][aria-selected=true]')?.getAttribute('href')

  test.each([
    ['dark', 'Edition: Night'],
    ['night', 'Edition: Night'],
    ['dark theme', 'Edition: Night'],
    ['light', 'Edition: Day'],
    ['glance', 'Density: Glance'],
    ['font largest', 'Text size: Largest'],
    ['thumbnails off', 'Pictures: Off'],
  ])('leads "%s" to a choice of the look, called as in the settings', async (text, label) => {
    await openPalette()
    await type(text)
    expect(chosen()).toBe(label)
  })

  test('leads to each part of the settings that it names, and to the keys', async () => {
    await openPalette()
    const found: Record<string, unknown> = {}
    const places = {
      ...{ calm: 'calm', quiet: 'calm', 'top sites': 'top-sites', 'web search': 'web-search' },
      ...{ zotero: 'sending', collection: 'sending', keyboard: 'keyboard', sync: 'library' },
      ...{ webdav: 'library', privacy: 'privacy', permission: 'privacy', backup: 'backup' },
      ...{ arxiv: 'feed', interval: 'feed', storage: 'storage', quota: 'storage' },
      ...{
        'settings privacy': 'privacy',
        settings: '/options.html',
        about: 'about',
        version: 'about',
        incognito: 'new-tab',
        appearance: 'appearance',
      },
    }
    for (const text of Object.keys(places)) {
      await type(text)
      found[text] = address()?.replace('/options.html#', '')
    }
    expect(found).toEqual(places)
    for (const text of ['help', 'keys', 'shortcuts']) {
      await type(text)
      expect(chosen()).toBe('Keys and searching')
    }
  })

  test('sends papers on where the page has the buttons for that', async () => {
    const sent = vi.fn()
    mount(
      <div class="send-buttons">
        <button type="button" onClick={sent}>
          Send to Zotero
        </button>
        <button type="button" disabled>
          Add to collection…
        </button>
      </div>,
    )
    await openPalette()
    await type('collection')
    expect(chosen()).not.toBe('Add to collection…')
    await type('zotero')
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce())
  })
})

describe('a row of the palette', () => {
  const rowOf = (label: string) =>
    options().find((each) => each.querySelector('.palette-label')?.textContent === label)

  test('says what would be done to the paper just now', async () => {
    const cards = makeCards(2).map((card, i) => ({ ...card, savedAt: i === 1 ? 5 : undefined }))
    const { tab, commands } = openNewTab(cards)
    stop = listenToKeys(tab, Promise.resolve(commands))
    await userEvent.keyboard(`j${controlK}`)
    await drawn()
    expect(labels()).toContain('Save the paper')
    expect(labels()).not.toContain('Let the paper go')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(palette()).toBeNull())
    await userEvent.keyboard(`j${controlK}`)
    await vi.waitFor(() => expect(palette()).not.toBeNull())
    expect(labels()).not.toContain('Save the paper')
    await userEvent.keyboard('let{Enter}')
    await vi.waitFor(() => expect(commands.setSaved).toHaveBeenCalledWith(cards[1]?.id, false))
  })

  test('offers to undo when there is something to undo', async () => {
    const { tab, commands } = open()
    tab.released.value = { releasedAt: 2, count: 1, title: 'A paper' }
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('undo{Enter}')
    await vi.waitFor(() => expect(commands.undo).toHaveBeenCalledOnce())
  })

  test('is marked when it is what was chosen for the look', async () => {
    document.documentElement.dataset.edition = 'night'
    await openPalette()
    delete document.documentElement.dataset.edition
    const current = options().filter((each) => each.getAttribute('aria-current') === 'true')
    expect(current.map((each) => each.textContent)).toEqual([
      ...['Edition: Night', 'Density: Comfortable', 'Text size: Medium'],
      ...['Columns: As many as fit', 'Pictures: On'],
    ])
    expect(getComputedStyle(current[0] as Element, '::after').content).toContain('✓')
  })

  test('sets the formulas of a title', async () => {
    const { commands } = open()
    const paper = makePaper({ title: String.raw`On $\nabla^2 f$ and \emph{words}` })
    commands.findPapers.mockResolvedValue([paper] as never)
    await userEvent.keyboard(controlK)
    await drawn()
    await userEvent.keyboard('nabla')
    await vi.waitFor(() => expect(options()[0]?.querySelector('math')).not.toBeNull())
    expect(options()[0]?.textContent).not.toMatch(/[$\\]/)
    expect(options()[0]?.textContent).toContain('and words')
  })

  test('has its bar where its line begins, and grows with the text', async () => {
    const { style } = document.documentElement
    try {
      await openPalette()
      const row = rowOf('Saved') as HTMLElement
      row.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))
      await drawn()
      const { borderLeftWidth, fontSize } = getComputedStyle(row)
      expect([borderLeftWidth, fontSize]).toEqual(['3px', '15px'])
      document.documentElement.dir = 'rtl'
      style.fontSize = '20px'
      const turned = getComputedStyle(row)
      expect([turned.borderLeftWidth, turned.borderRightWidth]).toEqual(['0px', '3px'])
      expect(turned.fontSize).toBe('18.75px')
    } finally {
      document.documentElement.dir = ''
      style.fontSize = ''
    }
  })
})

test('what the box says of itself is there to read on a narrow page, in every language', async () => {
  const files = import.meta.glob('../../locales/*.yml', { query: '?raw', import: 'default' })
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  await page.viewport(360, 640)
  try {
    await openPalette()
    const box = document.activeElement as HTMLInputElement
    const style = getComputedStyle(box)
    const room = box.clientWidth - 2 * Number.parseFloat(style.paddingInlineStart)
    pen.font = style.font
    const names = await Promise.all(
      Object.values(files).map(async (read) => {
        const [, name = ''] = /^palette:\n {2}name: (.*)/m.exec((await read()) as string) ?? []
        return name
      }),
    )
    expect(names).toContain(box.placeholder)
    expect(names.filter((name) => name === '' || pen.measureText(name).width > room)).toEqual([])
  } finally {
    await page.viewport(1280, 800)
  }
})

describe('Ctrl+K on another page', () => {
  test('finds a setting by the words that the search of the settings knows', async () => {
    openSettings()
    stop = listenForPalette()
    await userEvent.keyboard(controlK)
    await vi.waitFor(() => expect(palette()?.open).toBe(true))
    const found: Record<string, unknown> = {}
    const names = { quiet: 'Calm', incognito: 'New tab', dark: 'Edition: Night', help: 'Keyboard' }
    for (const text of Object.keys(names)) {
      await userEvent.fill(document.activeElement as HTMLElement, text)
      found[text] = chosen()
    }
    expect(found).toEqual(names)
  })

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
