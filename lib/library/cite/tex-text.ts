import { readAccent } from './tex-accents.ts'

/**
 * A piece of a text as arXiv keeps titles and names: plain, but with TeX in it. Accents are
 * read into letters, since arXiv's own export writes letters; mathematics stays as it is.
 */
export type Piece =
  | { kind: 'text'; text: string }
  /** With its dollars. */
  | { kind: 'math'; tex: string }
  /** A space at which no line may end: `~`. */
  | { kind: 'tie' }
  /** `{…}`, or `\textit{…}` with the command's name. */
  | { kind: 'group'; command: string; pieces: Piece[] }

const styles =
  /\\((?:emph|text(?:it|bf|sc|tt|sf|rm|sl|up|md|superscript|subscript)|underline|mbox))\s*(?=\{)/y

/** Never throws: what is no TeX that is known here is text. */
export function readTex(source: string): Piece[] {
  const text = foldSpace(source)
  return /[\\${}~]/.test(text) ? readPieces(text) : text ? [{ kind: 'text', text }] : []
}

/** The words without TeX's commands and groups; mathematics keeps its dollars. */
export function plainText(source: string): string {
  return readTex(source).map(plain).join('').replace(/ {2,}/g, ' ').trim()
}

function plain(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'math':
      return piece.tex
    case 'tie':
      return ' '
    case 'group':
      return piece.pieces.map(plain).join('')
  }
}

/** Every run of white space and control characters as one space. */
export function foldSpace(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
}

function readPieces(tex: string): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const addText = () => {
    // A line's end in TeX stands between spaces.
    if (text) pieces.push({ kind: 'text', text: text.replace(/ {2,}/g, ' ') })
    text = ''
  }
  const add = (piece: Piece) => {
    addText()
    pieces.push(piece)
  }
  for (let at = 0; at < tex.length; ) {
    const group = readGroup(tex, at)
    const math = mathEnd(tex, at)
    if (group) {
      const { command, inner, end } = group
      add({ kind: 'group', command, pieces: readPieces(inner) })
      at = end
    } else if (math) {
      add({ kind: 'math', tex: tex.slice(at, math) })
      at = math
    } else if (tex[at] === '~' && /\S~\S/.test(tex.slice(at - 1, at + 2))) {
      add({ kind: 'tie' })
      at++
    } else {
      const read = readCharacter(tex, at)
      text += read.text
      at = read.end
    }
  }
  addText()
  return pieces
}

function readGroup(tex: string, at: number) {
  if (tex[at] !== '{' && tex[at] !== '\\') return undefined
  styles.lastIndex = at
  const command = styles.exec(tex)?.[1] ?? ''
  const open = command ? styles.lastIndex : at
  if (tex[open] !== '{') return undefined
  const end = closingBrace(tex, open)
  return end > 0 ? { command, inner: tex.slice(open + 1, end), end: end + 1 } : undefined
}

function closingBrace(tex: string, open: number): number {
  for (let at = open, depth = 0; at < tex.length; at++) {
    if (tex[at] === '\\') at++
    else if (tex[at] === '{') depth++
    else if (tex[at] === '}' && --depth === 0) return at
  }
  return -1
}

/**
 * Where mathematics that begins here ends, 0 for none. Dollars may be money: as Pandoc has it
 * (manual, tex_math_dollars), the first has no space after it, and the last none before it and
 * no digit after it. Braces have to match, or they would break the field they are put in.
 */
function mathEnd(tex: string, at: number): number {
  if (tex[at] !== '$' || !/\S/.test(tex[at + 1] ?? ' ')) return 0
  for (let end = at + 1; end < tex.length; end++) {
    if (tex[end] === '\\') end++
    else if (tex[end] === '$') {
      const inner = tex.slice(at + 1, end)
      const isMath = inner !== '' && !inner.endsWith(' ') && !/\d/.test(tex[end + 1] ?? '')
      return isMath && hasMatchingBraces(inner) ? end + 1 : 0
    }
  }
  return 0
}

/** BibTeX counts braces whether or not there is a backslash before them. */
function hasMatchingBraces(tex: string): boolean {
  let depth = 0
  for (const character of tex) {
    if (character === '{') depth++
    else if (character === '}' && --depth < 0) return false
  }
  return depth === 0
}

function readCharacter(tex: string, at: number): { text: string; end: number } {
  const character = tex[at] ?? ''
  if (character !== '\\') return { text: character, end: at + 1 }
  const next = tex[at + 1] ?? ''
  if (next !== '' && '&%#_$}{'.includes(next)) return { text: next, end: at + 2 }
  // A line's end, a space, a thin one.
  if (next !== '' && '\\ ,;:'.includes(next)) return { text: ' ', end: at + 2 }
  return readAccent(tex, at) ?? { text: character, end: at + 1 }
}
