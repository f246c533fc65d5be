import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

type Listener = (...args: never[]) => unknown

/** What the fake browser does not have of menus, keys, the action's badge and permissions. */
export function fakeSurfaces() {
  const listeners: Record<string, Listener[]> = {}
  const listen = (name: string, listener: Listener) => {
    listeners[name] = [...(listeners[name] ?? []), listener]
  }
  const event = (name: string) => ({
    addListener: (listener: Listener) => listen(name, listener),
  })
  const action = {
    setBadgeText: vi.fn(async () => {}),
    setBadgeBackgroundColor: vi.fn(async () => {}),
    setTitle: vi.fn(async (_details: { title: string; tabId?: number }) => {}),
  }
  const menus: { id: string; targetUrlPatterns?: string[]; documentUrlPatterns?: string[] }[] = []
  const contextMenus = {
    removeAll: vi.fn(async () => {
      menus.length = 0
    }),
    create: vi.fn((menu: (typeof menus)[number]) => menus.push(menu)),
    onClicked: event('menu'),
  }
  const allowed = new Set<string>()
  const permissions = {
    contains: vi.fn(async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => allowed.has(origin)),
    ),
    request: vi.fn(async () => true),
    onAdded: event('leave'),
    onRemoved: event('permission taken'),
  }
  const scripting = {
    /** What a page answers to whoever looks into it: nothing, as the browser's own pages. */
    executeScript: vi.fn(async (): Promise<{ result?: unknown }[]> => {
      throw new Error('Cannot access contents of the page.')
    }),
  }
  const parts = {
    action,
    contextMenus,
    permissions,
    scripting,
    commands: { onCommand: event('command') },
  }
  for (const [name, part] of Object.entries(parts)) {
    vi.spyOn(fakeBrowser, name as 'action', 'get').mockReturnValue(part as never)
  }
  // A worker hears of the line, and a process of tests does not.
  vi.stubGlobal('addEventListener', listen)
  return {
    ...parts,
    menus,
    /** Origins the reader has given access to, as match patterns. */
    allowed,
    tell: (name: string, ...args: unknown[]) =>
      Promise.all((listeners[name] ?? []).map((listener) => listener(...(args as never[])))),
    /** Title and badge that were given to a tab last, before both are cleared. */
    said: () => action.setTitle.mock.calls.map(([{ title }]) => title).filter(Boolean),
  }
}
