import { isSiteId, placeOf } from '../model/paper-id.ts'
import { paperLinks } from '../model/paper-links.ts'
import type { SentPaper } from '../model/sent-paper.ts'

/** An item as Zotero's own translators hand it to Zotero: its fields by their names there. */
export interface ZoteroItem {
  itemType: 'preprint' | 'conferencePaper' | 'journalArticle'
  /** What Zotero calls it within one session. */
  id: string
  title: string
  creators: ZoteroCreator[]
  abstractNote: string
  date: string
  /** Of a preprint, where it lies; of what is printed, in what. */
  repository?: string
  proceedingsTitle?: string
  publicationTitle?: string
  archiveID?: string
  DOI?: string
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
 * The item that Zotero's arXiv translator makes of the same paper, or its translator for the
 * Anthology and what it reads of tags (zotero/translators: arXiv.org.js, ACLWeb.js): so a paper
 * is the same in Zotero, whether it came from here or from its site. The attachments are fetched
 * by Zotero 6; later ones leave them to their own "Find Full Text".
 */
export function zoteroItem({ record, tags, note }: SentPaper): ZoteroItem {
  const { id, primaryClass } = record
  const { page, pdf } = paperLinks(record)
  const isOfSite = isSiteId(id)
  const names = new Set([...(primaryClass ? [primaryClass] : []), ...tags])
  return {
    ...(isOfSite ? partsOfSite(record) : partsOfArxiv(id)),
    id,
    title: record.title,
    creators: record.authors.map(toCreator),
    abstractNote: record.abstract,
    date: dateOf(record),
    url: page,
    // Zotero puts in the moment of saving.
    accessDate: 'CURRENT_TIMESTAMP',
    extra: extraOf(record),
    tags: [...names].map((tag) => ({ tag })),
    notes: note ? [{ itemType: 'note', note: noteHtml(note) }] : [],
    attachments: [
      { title: isOfSite ? 'Full Text PDF' : 'Preprint PDF', url: pdf, mimeType: 'application/pdf' },
      { title: 'Snapshot', url: page, mimeType: 'text/html' },
    ],
  }
}

type Parts = Pick<
  ZoteroItem,
  | 'itemType'
  | 'repository'
  | 'proceedingsTitle'
  | 'publicationTitle'
  | 'archiveID'
  | 'DOI'
  | 'libraryCatalog'
>

function partsOfArxiv(id: string): Parts {
  return {
    itemType: 'preprint',
    repository: 'arXiv',
    archiveID: `arXiv:${id}`,
    DOI: `10.48550/arXiv.${id}`,
    libraryCatalog: 'arXiv.org',
  }
}

function partsOfSite({ id, venue, isInJournal, doi }: SentPaper['record']): Parts {
  const { site } = placeOf(id)
  const common = { libraryCatalog: site, ...(doi && { DOI: doi }) }
  if (!venue) return { itemType: 'preprint', repository: site, ...common }
  return isInJournal
    ? { itemType: 'journalArticle', publicationTitle: venue, ...common }
    : { itemType: 'conferencePaper', proceedingsTitle: venue, ...common }
}

/** As exactly as it is known: "2024-08-13", "2024-08", "2024" or nothing. */
function dateOf({ publishedAt, datedTo }: SentPaper['record']): string {
  if (!(publishedAt > 0)) return ''
  const length = datedTo === 'year' ? 4 : datedTo === 'month' ? 7 : 10
  return new Date(publishedAt).toISOString().slice(0, length)
}

/** The last word that begins with a letter is the surname, as the translator has it. */
function toCreator(name: string): ZoteroCreator {
  const [, firstName, lastName] = /^(.*\S)\s+(\p{L}.*)$/u.exec(name.trim()) ?? []
  return firstName && lastName
    ? { creatorType: 'author', firstName, lastName }
    : { creatorType: 'author', lastName: name.trim(), fieldMode: 1 }
}

function extraOf({ id, primaryClass, doi, authors, authorCount }: SentPaper['record']): string {
  const isOfSite = isSiteId(id)
  return [
    ...(isOfSite ? [] : [`arXiv:${id}${primaryClass ? ` [${primaryClass}]` : ''}`]),
    // The DOI field names the preprint, which is what this is.
    ...(doi && !isOfSite ? [`Published version: https://doi.org/${doi}`] : []),
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
