import { findMath } from './find-math.ts'
import { findScripts } from './find-scripts.ts'

/**
 * A piece of a text that may hold TeX: words, a formula, or an index. `start` and `end` say where
 * it stands with all its signs; `text` is what is in it, of a formula its TeX.
 */
export interface TexPiece {
  kind: 'text' | 'math' | 'sup' | 'sub'
  start: number
  end: number
  text: string
  isDisplay?: boolean
}

/** A formula that is only an index of the word before it: `D$^3$QE`, `A$^\text{T}$A`. */
const simpleIndex =
  /^(?:\{\})?([\^_])(?:([\p{L}\p{N}*+])|\{?(?:\\(?:text|math)[a-z]*\s?)?\{([\p{L}\p{N}*+.-]{1,12})\}{1,2})$/u

/** Takes a tidied text apart, without a gap. */
export function texPieces(text: string): TexPiece[] {
  const pieces: TexPiece[] = []
  let at = 0
  for (const { start, end, tex, isDisplay } of findMath(text)) {
    addWords(start)
    const index = simpleIndex.exec(tex)
    const said = index?.[2] ?? index?.[3]
    if (said) pieces.push({ kind: index?.[1] === '^' ? 'sup' : 'sub', start, end, text: said })
    else pieces.push({ kind: 'math', start, end, text: tex, isDisplay })
    at = end
  }
  addWords(text.length)
  return pieces

  function addWords(end: number): void {
    const offset = at
    const words = text.slice(offset, end)
    for (const script of findScripts(words)) {
      addText(offset + script.start)
      at = offset + script.end
      pieces.push({ ...script, start: offset + script.start, end: at })
    }
    addText(end)
  }

  function addText(end: number): void {
    if (end > at) pieces.push({ kind: 'text', start: at, end, text: text.slice(at, end) })
    at = end
  }
}
