import type { Facts } from './facts.ts'
import { byline, endSentence } from './plain-text.ts'
import { type Piece, readTex } from './tex-text.ts'

/**
 * An item of a reading list in CommonMark, with mathematics in dollars, which most readers of
 * Markdown set; then the tags, and the note as a quotation, since it is Markdown itself.
 */
export function writeMarkdown(facts: Facts): string {
  const { title, authors, place, doi, url, year, tags, note } = facts
  const by = byline(authors)
  const line = [
    endSentence(`[${markdownTitle(title)}](${url})`),
    by && endSentence(escapeMarkdown(by)),
    `${escapeMarkdown(place)}${year ? `, ${year}` : ''}.`,
    doi && `<https://doi.org/${encodeURI(doi)}>`,
  ]
  const lines = [
    `- ${line.filter(Boolean).join(' ')}`,
    tags.length > 0 && `  Tags: ${tags.map(escapeMarkdown).join(', ')}`,
    note &&
      `\n${note
        .split(/\r\n?|\n/)
        .map((each) => `  > ${each}`.trimEnd())
        .join('\n')}`,
  ]
  return `${lines.filter(Boolean).join('\n')}\n`
}

function markdownTitle(title: string): string {
  return readTex(title).map(writePiece).join('')
}

function writePiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return escapeMarkdown(piece.text)
    case 'math':
      return piece.tex
    case 'tie':
      return ' '
    case 'group':
      return piece.pieces.map(writePiece).join('')
  }
}

/** Text in which no character is a mark of Markdown or of HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;')
}
