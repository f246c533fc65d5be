import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { createToolbarMenu, onToolbar } from '../../entrypoints/background/toolbar.ts'
import { leaveNewTabAlone } from '../../toolbar-page.ts'

const manifest = () => ({
  name: 'Paperboy',
  chrome_url_overrides: { newtab: 'newtab.html' },
  action: { default_popup: 'popup.html', default_title: 'Find a paper' },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Y' } }, 'save-paper': {} },
})

describe('the manifest of a build that leaves the new tab alone', () => {
  test('overrides no page, and its button tells of a press', () => {
    const built = manifest()
    leaveNewTabAlone(built, 'no-newtab')
    expect(built).not.toHaveProperty('chrome_url_overrides')
    expect(built.action).toEqual({ default_title: '__MSG_manifest_openFrontPage__' })
  })

  test('keeps the key of the popup, as a command', () => {
    const built = manifest()
    leaveNewTabAlone(built, 'no-newtab')
    expect(Object.keys(built.commands)).toEqual(['find-paper', 'save-paper'])
    expect(built.commands).toHaveProperty('find-paper.suggested_key.default', 'Alt+Y')
  })

  test('is that of any other build otherwise', () => {
    const built = manifest()
    leaveNewTabAlone(built, 'production')
    expect(built).toEqual(manifest())
  })
})

describe('in that build', () => {
  const calls: string[] = []
  const listeners: Record<string, (...args: unknown[]) => void> = {}
  const event = (name: string) => ({
    addListener: (listener: () => void) => {
      listeners[name] = listener
    },
  })
  const create = vi.fn()

  beforeEach(() => {
    fakeBrowser.reset()
    calls.length = 0
    const action = {
      onClicked: event('press'),
      setPopup: async ({ popup }: { popup: string }) => void calls.push(`popup ${popup}`),
      openPopup: async () => void calls.push('open'),
    }
    const parts = {
      action,
      contextMenus: { onClicked: event('menu'), create },
      commands: { onCommand: event('command') },
    }
    for (const [name, part] of Object.entries(parts)) {
      vi.spyOn(fakeBrowser, name as 'action', 'get').mockReturnValue(part as never)
    }
    onToolbar()
  })
  afterEach(() => void vi.restoreAllMocks())

  test('a press of the button opens the front page', async () => {
    const open = vi.spyOn(fakeBrowser.tabs, 'create')
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never)
    listeners.press?.()
    const url = expect.stringMatching(/\/newtab\.html$/)
    await vi.waitFor(() => expect(open).toHaveBeenCalledWith({ url }))
  })

  test('a press goes to the front page that is open in the window', async () => {
    const open = vi.spyOn(fakeBrowser.tabs, 'create')
    const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue(undefined as never)
    const query = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never)
    listeners.press?.()
    await vi.waitFor(() => expect(update).toHaveBeenCalledWith(7, { active: true }))
    const url = expect.stringMatching(/\/newtab\.html\*$/)
    expect(query).toHaveBeenCalledWith({ url, currentWindow: true })
    expect(open).not.toHaveBeenCalled()
  })

  test.each([
    ['the key', 'command', ['find-paper']],
    ['the entry in the button’s menu', 'menu', [{ menuItemId: 'find-paper' }]],
  ])('%s opens the popup, and the button is as it was', async (_what, name, args) => {
    listeners[name]?.(...args)
    // Nothing may be waited for before: Firefox opens one only in the task of the press.
    expect(calls).toEqual(['popup /popup.html', 'open'])
    await vi.waitFor(() => expect(calls.at(-1)).toBe('popup '))
  })

  test.each([
    ['another key', 'command', ['save-paper']],
    ['another entry', 'menu', [{ menuItemId: 'save-link' }]],
  ])('%s does not', (_what, name, args) => {
    listeners[name]?.(...args)
    expect(calls).toEqual([])
  })

  test('its menu has the entry', () => {
    createToolbarMenu()
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'find-paper', contexts: ['action'] }),
    )
  })
})
