import { describe, expect, test } from 'vitest'
import { actionOfKey, keyTable } from '../../../lib/state/keys.ts'

/** A key press in an element of a page; `inside` are the selectors that it is in. */
function press(key: string, inside: string[] = [], changes: Partial<KeyboardEvent> = {}) {
  const closest = (selectors: string) =>
    selectors.split(/,\s*/).some((selector) => inside.includes(selector)) ? {} : null
  const target = { closest } as unknown as EventTarget
  const none = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
  return actionOfKey({ key, target, ...none, ...changes } as KeyboardEvent)
}

describe('a key', () => {
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['o', 'open'],
    ['Enter', 'open'],
    ['s', 'save'],
    ['a', 'abstract'],
    ['c', 'cite'],
    ['/', 'search'],
    ['h', 'earlier'],
    ['l', 'later'],
    ['x', 'select'],
    ['X', 'selectTo'],
    ['e', 'status'],
    ['t', 'tag'],
    ['n', 'note'],
    ['Delete', 'delete'],
    ['u', 'undo'],
    ['?', 'help'],
  ])('%s does %s', (key, action) => {
    expect(press(key)).toBe(action)
  })

  test.each(['q', 'Tab', 'Escape', ' ', 'ArrowDown', 'Dead'])('%j does nothing', (key) => {
    expect(press(key)).toBeUndefined()
  })

  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)(
    'belongs to the browser with %s',
    (name) => expect(press('s', [], { [name]: true })).toBeUndefined(),
  )

  test.each(['input', 'textarea', 'select', 'dialog', '[contenteditable]', '[role=menu]'])(
    'belongs to %s that has the focus',
    (field) => {
      for (const { keys } of keyTable) {
        for (const key of keys) expect(press(key, [field])).toBeUndefined()
      }
    },
  )

  test.each(['a', 'button', 'summary'])('Enter presses %s that has the focus', (element) => {
    expect(press('Enter', [element])).toBeUndefined()
    expect(press('s', [element])).toBe('save')
  })

  test('is in the table once', () => {
    const keys = keyTable.flatMap((row) => row.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
