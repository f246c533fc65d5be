import { type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { t } from '../i18n.ts'
import { isToolbarPage } from '../toolbar-page.ts'

const openFrontPage = 'manifest.openFrontPage'
const findPaper = 'manifest.actionTitle'

/** A key that works in the whole browser; the browser keeps it, and the reader may change it. */
export interface Shortcut {
  name: string
  description: string
  /** As the browser writes it; empty when there is none. */
  keys: string
}

/** The global keys as they are now. */
export function readShortcuts(): Signal<readonly Shortcut[]> {
  const shortcuts = signal<readonly Shortcut[]>([])
  const read = async () => {
    shortcuts.value = (await browser.commands.getAll()).map(
      ({ name = '', description, shortcut = '' }) => ({
        ...{ name, keys: shortcut },
        // The button's own key has no description: what a press of it does.
        description: description || t(isToolbarPage ? openFrontPage : findPaper),
      }),
    )
  }
  void read()
  // They are changed on a page of the browser, from which the reader comes back.
  document.addEventListener('visibilitychange', () => void read())
  return shortcuts
}

/** Opens the browser's own page on which they are changed. */
export async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> }
  if (openShortcutSettings) return openShortcutSettings()
  // No link may lead there, but an extension may open it; Edge and others take it for their own.
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
