import '@/entrypoints/options/style.css'
import { afterEach, expect, test } from 'vitest'
import { audit, emulate } from '../audit.ts'
import { drawn } from '../mount.ts'
import { openSettings } from '../open-settings.tsx'
import { states } from './settings-states.ts'

afterEach(() => emulate({}))

test.each(Object.entries(states))('axe finds nothing in %s', async (_what, state) => {
  const settings = openSettings()
  await state.show(settings)
  await drawn()
  expect(settings.root.textContent).toContain(state.says)
  expect(await audit(state.within)).toEqual([])
})

test('a switch tells in forced colours whether it is on', async () => {
  await emulate({ 'forced-colors': 'active' })
  const { root, newTab } = openSettings()
  newTab.parts.value = { isCalm: true }
  await drawn()
  const look = (id: string) => {
    const box = root.querySelector(id) as Element
    return [getComputedStyle(box), getComputedStyle(box, '::before')].map(
      ({ backgroundColor }) => backgroundColor,
    )
  }
  const [ground, thumb] = look('#calm')
  expect(ground).not.toBe(thumb)
  expect(ground).not.toBe(look('#web-search')[0])
  expect(thumb).toBe(systemColour('HighlightText'))
})

function systemColour(name: string): string {
  const box = document.body.appendChild(document.createElement('i'))
  box.style.cssText = `forced-color-adjust: none; color: ${name}`
  const { color } = getComputedStyle(box)
  box.remove()
  return color
}
