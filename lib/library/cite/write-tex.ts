import { type Piece, readTex } from './tex-text.ts'

const escapes: Record<string, string> = {
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
  // BibTeX counts braces even behind a backslash: an odd one would swallow the next entries.
  ...{ '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '\\': '\\textbackslash{}' },
  ...{ '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
  // In TeX's old encoding these are other characters: ¡, ¿ and a dash.
  ...{ '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}' },
}

/** Text in which every character means itself in TeX. Letters of all scripts stay as they are. */
export function escapeTex(text: string): string {
  return text.replace(/[&%#_${}\\~^<>|]/g, (character) => escapes[character] ?? character)
}

/** True for a word whose capitals a style must not change. */
export type IsProtected = (word: string) => boolean

/** A title or note in TeX: its own mathematics and styles stay, all else is escaped. */
export function toTex(source: string, isProtected: IsProtected = () => false): string {
  return readTex(source)
    .map((piece) => writePiece(piece, isProtected))
    .join('')
}

function writePiece(piece: Piece, isProtected: IsProtected): string {
  switch (piece.kind) {
    case 'text':
      return writeWords(piece.text, isProtected)
    case 'math':
      return writeMath(piece.tex)
    case 'tie':
      return '~'
    case 'group': {
      // What is in braces is protected already.
      const inner = piece.pieces.map((each) => writePiece(each, () => false)).join('')
      return `${piece.command && `\\${piece.command}`}{${inner}}`
    }
  }
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

function writeWords(text: string, isProtected: IsProtected): string {
  let written = ''
  let end = 0
  for (const match of text.matchAll(word)) {
    const [found] = match
    written += escapeTex(text.slice(end, match.index))
    written += isProtected(found) ? `{${found}}` : found
    end = match.index + found.length
  }
  return written + escapeTex(text.slice(end))
}

function writeMath(tex: string): string {
  // A bare % would hide the rest of the line from TeX.
  const safe = tex.replace(/\\[\s\S]|[%#]/g, (found) => (found.length === 1 ? `\\${found}` : found))
  // BibTeX's styles put mathematics into small letters, too, unless it is in braces.
  return /[A-Z]/.test(safe) ? `{${safe}}` : safe
}
