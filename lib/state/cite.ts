import { citationLabel } from '../citation-label.ts'
import type { Database } from '../db/database.ts'
import { plural, sentences, t } from '../i18n.ts'
import type { CitationExport } from '../library/cite/export.ts'
import type { CitationFormatName, CiteWhat } from '../model/citation.ts'

/** Where citations go: the clipboard, or a file among the reader's downloads. */
export type CiteTo = 'clipboard' | 'file'

/** Cites papers; resolves with what became of it, in words, and rejects with what went wrong. */
export type Cite = (what: CiteWhat, format: CitationFormatName, to: CiteTo) => Promise<string>

/** Cites from a database. What writes the formats is a chunk of its own, loaded when first used. */
export function createCite(db: Database): Cite {
  return async (what, format, to) => {
    const written = write(db, what, format)
    if (to === 'clipboard') await copy(written)
    const made = await written
    if (to === 'file') download(made)
    return describe(made, to)
  }
}

async function write(
  db: Database,
  what: CiteWhat,
  format: CitationFormatName,
): Promise<CitationExport> {
  const { exportCitations } = await import('../library/cite/export.ts')
  const made = await exportCitations(db, what, format, Date.now())
  if (made.count > 0) return made
  throw new Error(t('cite.nothing'))
}

/**
 * The clipboard is asked for at once, while the click that allows it still counts, and gets the
 * text when that is there.
 */
async function copy(written: Promise<CitationExport>): Promise<void> {
  const text = written.then(({ text }) => new Blob([text], { type: 'text/plain' }))
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
  } catch (cause) {
    // What could not be written is told as that.
    await written
    throw new Error(t('cite.noCopying'), { cause })
  }
}

const keepUrlMs = 60_000

function download({ text, format, fileName }: CitationExport): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${format.mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser may still ask where to put it.
  setTimeout(() => URL.revokeObjectURL(url), keepUrlMs)
}

/** "Copied 34 papers as BibTeX." */
function describe({ count, missing, format, fileName }: CitationExport, to: CiteTo): string {
  const done =
    to === 'clipboard'
      ? plural('cite.copied', count, { format: citationLabel(format) })
      : plural('cite.downloaded', count, { file: fileName })
  return sentences(done, missing > 0 && plural('cite.missing', missing))
}
