import type { ComponentChildren } from 'preact'
import type { MarkedText } from '@/lib/model/hit.ts'
import { findScripts } from '@/lib/model/tex/find-scripts.ts'
import { type TexPiece, texPieces } from '@/lib/model/tex/pieces.ts'
import { tidyTex } from '@/lib/model/tex/tidy-tex.ts'
import { later } from '../later.tsx'

/** A formula is nothing but what was written until Temml has come, and where it cannot be read. */
const Formula = later(
  async () => (await import('./Formula.tsx')).Formula,
  ({ source }: { tex: string; source: string; isDisplay: boolean }) => <>{source}</>,
)

/** Fetches ahead what shows formulas, if there is one in the texts. */
export async function loadFormulasFor(texts: readonly string[]): Promise<void> {
  const hasFormula = (text: string) => texPieces(tidyTex(text)).some(({ kind }) => kind === 'math')
  if (texts.some(hasFormula)) await Formula.load()
}

/** A whole text, tidied and set. */
export function TexWhole({ text }: { text: string }) {
  const tidy = tidyTex(text)
  return <>{texPieces(tidy).map((piece) => drawPiece(piece, tidy))}</>
}

/**
 * A tidied text in runs. A mark that touches a formula or an index holds all of it, since it has
 * no part that is a word.
 */
export function TexRuns({ runs }: { runs: readonly MarkedText[] }) {
  const text = runs.map((run) => run.text).join('')
  const marks: { start: number; end: number }[] = []
  let at = 0
  for (const run of runs) {
    if (run.isMarked) marks.push({ start: at, end: at + run.text.length })
    at += run.text.length
  }
  return <>{texPieces(text).flatMap((piece) => drawMarked(piece, text, marks))}</>
}

function drawMarked(
  piece: TexPiece,
  text: string,
  marks: readonly { start: number; end: number }[],
): ComponentChildren[] {
  const here = marks.filter(({ start, end }) => start < piece.end && end > piece.start)
  if (here.length === 0) return [drawPiece(piece, text)]
  if (piece.kind !== 'text') return [<mark key={piece.start}>{drawPiece(piece, text)}</mark>]
  const drawn: ComponentChildren[] = []
  let at = piece.start
  for (const mark of here) {
    const start = Math.max(mark.start, piece.start)
    const end = Math.min(mark.end, piece.end)
    drawn.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return [...drawn, text.slice(at, piece.end)]
}

function drawPiece(piece: TexPiece, text: string): ComponentChildren {
  const { kind, start, end, isDisplay = false } = piece
  switch (kind) {
    case 'text':
      return piece.text
    case 'math':
      return (
        <Formula
          key={start}
          tex={piece.text}
          source={text.slice(start, end)}
          isDisplay={isDisplay}
        />
      )
    default: {
      const Script = kind
      return <Script key={start}>{drawInside(piece.text)}</Script>
    }
  }
}

/** An index may have one of its own: `2^{d_k}`. */
function drawInside(text: string): ComponentChildren {
  const drawn: ComponentChildren[] = []
  let at = 0
  for (const { kind: Script, start, end, text: inside } of findScripts(text)) {
    drawn.push(text.slice(at, start), <Script key={start}>{inside}</Script>)
    at = end
  }
  return drawn.length === 0 ? text : [...drawn, text.slice(at)]
}
