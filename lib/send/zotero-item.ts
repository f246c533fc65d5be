import { paperLinks } from '../model/paper-links.ts'
import type { SentPaper } from '../model/sent-paper.ts'

/** An item as Zotero's own translators hand it to Zotero: its fields by their names there. */
export interface ZoteroItem {
  itemType: 'preprint'
  /** What Zotero calls it within one session. */
  id: string
  title: string
  creators: ZoteroCreator[]
  abstractNote: string
  date: string
  repository: string
  archiveID: string
  DOI: string
  url: string
  accessDate: string
  libraryCatalog: string
  extra: string
  tags: { tag: string }[]
  notes: { itemType: 'note'; note: string }[]
  attachments: { title: string; url: string; mimeType: string }[]
}

type ZoteroCreator = { creatorType: 'author' } & (
  | { firstName: string; lastName: string }
  /** 1: a name in one piece, as of a group. */
  | { lastName: string; fieldMode: 1 }
)

/**
 * The item that Zotero's arXiv translator makes of the same paper (zotero/translators,
 * arXiv.org.js): so a paper is the same in Zotero, whether it came from here or from
 * arxiv.org. The attachments are fetched by Zotero 6; later ones leave them to their own
 * "Find Full Text".
 */
export function zoteroItem({ record, tags, note }: SentPaper): ZoteroItem {
  const { id, primaryClass } = record
  const { abs, pdf } = paperLinks(record)
  const names = new Set([...(primaryClass ? [primaryClass] : []), ...tags])
  return {
    itemType: 'preprint',
    id,
    title: record.title,
    creators: record.authors.map(toCreator),
    abstractNote: record.abstract,
    date: new Date(record.publishedAt).toISOString().slice(0, 10),
    repository: 'arXiv',
    archiveID: `arXiv:${id}`,
    DOI: `10.48550/arXiv.${id}`,
    url: abs,
    // Zotero puts in the moment of saving.
    accessDate: 'CURRENT_TIMESTAMP',
    libraryCatalog: 'arXiv.org',
    extra: extraOf(record),
    tags: [...names].map((tag) => ({ tag })),
    notes: note ? [{ itemType: 'note', note: noteHtml(note) }] : [],
    attachments: [
      { title: 'Preprint PDF', url: pdf, mimeType: 'application/pdf' },
      { title: 'Snapshot', url: abs, mimeType: 'text/html' },
    ],
  }
}

/** The last word that begins with a letter is the surname, as the translator has it. */
function toCreator(name: string): ZoteroCreator {
  const [, firstName, lastName] = /^(.*\S)\s+(\p{L}.*)$/u.exec(name.trim()) ?? []
  return firstName && lastName
    ? { creatorType: 'author', firstName, lastName }
    : { creatorType: 'author', lastName: name.trim(), fieldMode: 1 }
}

function extraOf({ id, primaryClass, doi, authors, authorCount }: SentPaper['record']): string {
  return [
    `arXiv:${id}${primaryClass ? ` [${primaryClass}]` : ''}`,
    // The DOI field names the preprint, which is what this is.
    ...(doi ? [`Published version: https://doi.org/${doi}`] : []),
    ...(authorCount > authors.length
      ? [`The first ${authors.length} of ${authorCount} authors`]
      : []),
  ].join('\n')
}

/** Notes are HTML in Zotero, and ours are text: nothing in one may become markup there. */
function noteHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  const escaped = text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
}
