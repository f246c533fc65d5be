import { texPieces } from './pieces.ts'
import { symbols } from './symbols.ts'
import { tidyTex } from './tidy-tex.ts'

const raised = new Map(zip('0123456789+−-=()nij', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱʲ'))
const lowered = new Map(zip('0123456789+−-=()aeijoruvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₒᵣᵤᵥₓ'))

/** A text that may hold TeX for where there are only characters, as in the title of a tab. */
export function plainTitle(text: string): string {
  const tidy = tidyTex(text)
  return texPieces(tidy)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'math') {
        return piece.text.replace(/\\([a-zA-Z]+) ?/g, (whole, name) => symbols.get(name) ?? whole)
      }
      const set = piece.kind === 'sup' ? raised : lowered
      const characters = [...piece.text].map((character) => set.get(character))
      if (characters.every((character) => character !== undefined)) return characters.join('')
      return (piece.kind === 'sup' ? '^' : '_') + piece.text
    })
    .join('')
}

function zip(from: string, to: string): [string, string][] {
  const others = [...to]
  return [...from].map((character, i) => [character, others[i] ?? ''])
}
