import '@/entrypoints/newtab/style.css'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listenToKeys } from '@/entrypoints/newtab/keyboard.ts'
import { loadLaterViews, PaletteOfNewTab } from '@/entrypoints/newtab/later-views.ts'
import { audit } from '../audit.ts'
import { drawn } from '../mount.ts'
import { forgetRoute, openNewTab } from '../open-new-tab.tsx'
import { cards, states } from './new-tab-states.ts'

beforeAll(loadLaterViews)
beforeAll(() => PaletteOfNewTab.load())
beforeEach(forgetRoute)
let stop = () => {}
afterEach(() => stop())

test.each(Object.entries(states))('axe finds nothing in %s', async (_what, show) => {
  const { root, tab, commands } = openNewTab(cards)
  stop = listenToKeys(tab, Promise.resolve(commands))
  await show(tab, root)
  await drawn()
  expect(await audit()).toEqual([])
})
