import { expect, test } from 'vitest'
import { chordOf, printChord, writesText } from '../../../lib/model/keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, held: Partial<typeof none> = {}) => ({ key, ...none, ...held })

test.each([
  ['j', {}, 'j'],
  ['X', { shiftKey: true }, 'X'],
  ['?', { shiftKey: true }, '?'],
  ['ArrowDown', {}, 'ArrowDown'],
  ['ArrowDown', { shiftKey: true }, 'Shift+ArrowDown'],
  ['k', { ctrlKey: true }, 'Ctrl+k'],
  ['K', { metaKey: true }, 'Ctrl+k'],
  ['K', { ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+k'],
  ['Home', { ctrlKey: true }, 'Ctrl+Home'],
  ['s', { altKey: true }, undefined],
])('%s with %o is %s', (key, held, chord) => {
  expect(chordOf(press(key, held))).toBe(chord)
})

test.each([
  ['о', 'KeyJ', {}, 'j'],
  ['Ы', 'KeyS', { shiftKey: true }, 'S'],
  ['л', 'KeyK', { ctrlKey: true }, 'Ctrl+k'],
  ['ن', 'KeyK', { ctrlKey: true }, 'Ctrl+k'],
  // A keyboard of Latin letters is read by its letters, wherever they lie.
  ['q', 'KeyA', {}, 'q'],
  ['é', 'Digit2', {}, 'é'],
  ['ArrowDown', 'ArrowDown', {}, 'ArrowDown'],
])('%s on the key %s with %o is %s', (key, code, held, chord) => {
  expect(chordOf({ ...press(key, held), code })).toBe(chord)
})

const german = 'Strg, Umschalt, Eingabe, Esc, Entf, Pos1, Ende, Bild ↓, Bild ↑'

test.each([
  ['Ctrl+k', 'Strg K', '⌘ K'],
  ['j', 'j', 'j'],
  ['X', 'X', 'X'],
  ['?', '?', '?'],
  ['ArrowDown', '↓', '↓'],
  ['Ctrl+Home', 'Strg Pos1', '⌘ Pos1'],
  ['PageUp', 'Bild ↑', 'Bild ↑'],
  // As browsers write the keys that are theirs.
  ['Shift', 'Umschalt', 'Umschalt'],
  ['Alt', 'Alt', 'Alt'],
  ['Y', 'Y', 'Y'],
])('%s is printed %s, on a Mac %s', (chord, printed, onMac) => {
  expect(printChord(chord, german, false)).toBe(printed)
  expect(printChord(chord, german, true)).toBe(onMac)
})

test('a letter writes text, in every script; a space, a name of a key and a chord do not', () => {
  for (const key of ['d', 'D', '7', '"', 'é', '深', '𝕏']) expect(writesText(press(key))).toBe(true)
  for (const key of [' ', 'Tab', 'F5', 'Dead', 'Process'])
    expect(writesText(press(key))).toBe(false)
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
    expect(writesText(press('d', { [held]: true }))).toBe(false)
  }
})
