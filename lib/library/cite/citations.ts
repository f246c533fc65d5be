import type { CitationFormatName, CitedPaper } from '../../model/citation.ts'
import { writeBiblatex } from './biblatex.ts'
import { writeBibtex } from './bibtex.ts'
import { writeCslJson } from './csl-json.ts'
import { type Facts, readFacts } from './facts.ts'
import { uniqueKeys } from './keys.ts'
import { writeMarkdown } from './markdown.ts'
import { writePlainText } from './plain-text.ts'
import { writeRis } from './ris.ts'

// Citations, a file a format; of arXiv's papers and of those that other sites print. Where the
// formats are written down:
// - BibTeX: arXiv's own export, browse/formatting/cite.py of arXiv/arxiv-browse, with names read
//   as arxiv/authors of arXiv/arxiv-base does. It differs from arXiv's in three things: what
//   TeX would misread is escaped, capitals are protected, and a name that BibTeX would take apart
//   wrongly stands family first. Its year is of the last version; of what was never asked of arXiv,
//   which alone tells, of the first.
// - BibLaTeX: the biblatex manual, Electronic Publishing Information.
// - RIS: the specification of Research Information Systems, as Zotero's RIS translator reads it.
// - CSL-JSON: csl-data.json of citation-style-language/schema, as Zotero fills it for preprints.
// - Markdown: CommonMark. Plain text: nobody's.

interface Writer {
  write(facts: Facts): string
  /** Around and between the papers. */
  head: string
  separator: string
  tail: string
}

const inLines = { head: '', separator: '\n', tail: '' }

const writers: Record<CitationFormatName, Writer> = {
  bibtex: { write: writeBibtex, ...inLines, separator: '\n\n', tail: '\n' },
  biblatex: { write: writeBiblatex, ...inLines, separator: '\n\n', tail: '\n' },
  ris: { write: writeRis, ...inLines, separator: '\r\n' },
  'csl-json': { write: writeCslJson, head: '[\n', separator: ',\n', tail: '\n]\n' },
  markdown: { write: writeMarkdown, ...inLines, separator: '' },
  'plain-text': { write: writePlainText, ...inLines },
}

/** An export under way: papers go in, lot by lot, and text comes out. */
export interface CitationWriter {
  /** The text of these papers, which follows that of those before. */
  add(papers: readonly CitedPaper[]): string
  /** The text after the last. */
  end(): string
  /** The key of the first paper, for a file of its own. */
  firstKey(): string | undefined
}

export function createCitationWriter(format: CitationFormatName): CitationWriter {
  const { write, head, separator, tail } = writers[format]
  const keyOf = uniqueKeys()
  let firstKey: string | undefined
  return {
    add(papers) {
      let text = ''
      for (const paper of papers) {
        const facts = readFacts(paper, keyOf)
        text += (firstKey === undefined ? head : separator) + write(facts)
        firstKey ??= facts.key
      }
      return text
    },
    end: () => (firstKey === undefined ? head + tail : tail),
    firstKey: () => firstKey,
  }
}

/** The citations of a few papers at once. */
export function citationsOf(papers: readonly CitedPaper[], format: CitationFormatName): string {
  const writer = createCitationWriter(format)
  return writer.add(papers) + writer.end()
}
