import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { doTheRest } from '@/entrypoints/newtab/the-rest.ts'
import { makeCards } from '../support/cards.ts'
import { openNewTab } from './open-new-tab.tsx'

// Listeners of the page stay: the keys are tried on the first tab alone.
test('the keys work, and nothing fails, where the disk has no room for the visit', async () => {
  const set = vi.fn(() => Promise.reject(new Error('No space left')))
  const storage = {
    local: { get: () => new Promise(() => {}), set },
    onChanged: { addListener() {} },
  }
  Object.assign((globalThis as { chrome?: object }).chrome ?? {}, { storage })
  const open = async (isMissed: boolean) => {
    const { tab, commands, root } = openNewTab(makeCards(3))
    await doTheRest(tab, tab.visit.value, Promise.resolve(commands), () => null, isMissed)
    return root
  }
  const root = await open(true)
  await userEvent.keyboard('?')
  await vi.waitFor(() => expect(root.querySelector('dialog[open]')).not.toBeNull())
  await open(false)
  expect(set).toHaveBeenCalledTimes(2)
})
