import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { NoteField } from '@/components/shelf/NoteField.tsx'
import { drawn, mount } from './mount.ts'

/** The field of a note, open, as the database tells of it. */
async function open(before: string) {
  const onSave = vi.fn()
  const field = (note: string) => (
    <NoteField note={note} title="Seven" onType={() => {}} onSave={onSave} />
  )
  const root = mount(field(before))
  root.querySelector('button')?.click()
  await drawn()
  const area = root.querySelector('textarea') as HTMLTextAreaElement
  const type = (text: string) => {
    area.value = text
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  return { area, type, onSave, tell: (note: string) => render(field(note), root) }
}

test('a formula in a note is set as one', async () => {
  const note = 'Costs $O(n^2)$, `$x$` and $5'
  const root = mount(<NoteField note={note} title="Seven" onType={() => {}} onSave={() => {}} />)
  await expect.poll(() => root.querySelectorAll('math').length).toBe(1)
  expect(root.querySelector('msup')?.textContent).toBe('n2')
  expect(root.querySelector('code')?.textContent).toBe('$x$')
})

const leave = async (area: HTMLElement) => {
  area.blur()
  await drawn()
}

test('a note that is written elsewhere while its field is open here is not written over', async () => {
  const { area, type, onSave, tell } = await open('Begun')
  tell('Begun, and gone on with elsewhere')
  await drawn()
  expect(area.value).toBe('Begun, and gone on with elsewhere')
  type(`${area.value}, then here`)
  await leave(area)
  expect(onSave).toHaveBeenLastCalledWith('Begun, and gone on with elsewhere, then here')
})

test('what is not saved yet goes below what is written elsewhere', async () => {
  const { area, type, onSave, tell } = await open('')
  type('Mine')
  tell('Theirs')
  await drawn()
  await leave(area)
  expect(onSave).toHaveBeenLastCalledWith('Theirs\n\nMine')
})

test('what is typed while it is being saved stays as it is', async () => {
  const { area, type, onSave, tell } = await open('')
  type('One ')
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledWith('One '))
  type('One two')
  tell('One')
  await drawn()
  expect(area.value).toBe('One two')
  await leave(area)
  expect(onSave).toHaveBeenLastCalledWith('One two')
})
