/** A row of a sheet of keys. */
export interface KeyRow {
  /** As `chordOf` writes them: `j`, `ArrowDown`, `Ctrl+k`. */
  keys: readonly string[]
  label: string
}

/** Rows that hold in the same place. */
export interface KeyGroup {
  title: string
  rows: readonly KeyRow[]
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>

/**
 * The chord of a key press: `j`, `X`, `Ctrl+k`. The ⌘ of a Mac counts as Ctrl, Shift is in the
 * letter itself, and a letter with Ctrl is a small one. Undefined with Alt, which is the browser's.
 */
export function chordOf(press: Press): string | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey) return undefined
  const key = latinKey(press)
  if (!ctrlKey && !metaKey) return shiftKey && key.length > 1 ? `Shift+${key}` : key
  const name = key.length === 1 ? key.toLowerCase() : key
  return shiftKey ? `Ctrl+Shift+${name}` : `Ctrl+${name}`
}

/** What a key writes; where that is a letter of another script, the Latin one printed beside it. */
function latinKey({ key, code = '', shiftKey }: Press): string {
  const letter = /^[^ -~]$/.test(key) && /^Key([A-Z])$/.exec(code)?.[1]
  if (!letter) return key
  return shiftKey ? letter : letter.toLowerCase()
}

/** True of a press that writes a letter, a digit or a sign; a space scrolls. */
export function writesText({ key, ctrlKey, metaKey, altKey }: Press): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

const signs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→' }
/** The keys that have a name, as `keys.names` has them one after the other in each language. */
const named = 'Ctrl Shift Enter Escape Delete Home End PageDown PageUp'.split(' ')

/**
 * A chord as it is printed on keys: `Ctrl K`, on a Mac `⌘ K`. `names` are what is printed on those
 * that have one, with commas between; what is none of ours is printed as it is.
 */
export function printChord(chord: string, names: string, isMac: boolean): string {
  return chord
    .split(/\+(?=.)/)
    .map((key, i) => {
      if (key === 'Ctrl' && isMac) return '⌘'
      const name = signs[key] ?? names.split(', ')[named.indexOf(key)]
      return name ?? (i > 0 && key.length === 1 ? key.toUpperCase() : key)
    })
    .join(' ')
}
