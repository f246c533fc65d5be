import type { Paper } from './paper.ts'

/** A paper to be cited, with what its reader wrote about it where it is saved. */
export interface CitedPaper {
  paper: Paper
  tags?: readonly string[]
  note?: string
}

/** Which papers: these in this order, those with a tag, or all that are saved. */
export type CiteWhat = { ids: readonly string[] } | { tag: string } | { isAllSaved: true }

export type CitationFormatName =
  | 'bibtex'
  | 'biblatex'
  | 'ris'
  | 'csl-json'
  | 'markdown'
  | 'plain-text'

export interface CitationFormat {
  name: CitationFormatName
  label: string
  /** Of a file, without the dot. */
  extension: string
  mediaType: string
}

/** The formats in the order they are offered. */
export const citationFormats: readonly CitationFormat[] = [
  { name: 'bibtex', label: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex' },
  { name: 'biblatex', label: 'BibLaTeX', extension: 'bib', mediaType: 'application/x-bibtex' },
  {
    ...{ name: 'ris', label: 'RIS', extension: 'ris' },
    mediaType: 'application/x-research-info-systems',
  },
  {
    ...{ name: 'csl-json', label: 'CSL-JSON', extension: 'json' },
    mediaType: 'application/vnd.citationstyles.csl+json',
  },
  { name: 'markdown', label: 'Markdown', extension: 'md', mediaType: 'text/markdown' },
  { name: 'plain-text', label: 'Plain text', extension: 'txt', mediaType: 'text/plain' },
]
