import '@/entrypoints/library/style.css'
import { afterEach, expect, test } from 'vitest'
import { audit, emulate } from '../audit.ts'
import { drawn } from '../mount.ts'
import { openLibrary } from '../open-library.tsx'
import { states } from './library-states.ts'

afterEach(() => emulate({}))

test.each(Object.entries(states))('axe finds nothing in %s', async (_what, state) => {
  const library = openLibrary()
  await state.show(library)
  await drawn()
  expect(library.root.textContent).toContain(state.says)
  expect(await audit()).toEqual([])
})

test('how far it is has an edge in forced colours', async () => {
  await emulate({ 'forced-colors': 'active' })
  const { page, root } = openLibrary()
  page.stage.value = { at: 'working', name: 'references.bib', done: 400, total: 3000 }
  await drawn()
  const bar = getComputedStyle(root.querySelector('progress') as Element)
  expect(bar.borderTopWidth).toBe('1px')
})
