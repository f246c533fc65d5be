import * as v from 'valibot'
import { type FetchedPaper, maxAuthorsKept } from '../model/paper.ts'
import { paperIdAt } from '../model/paper-address.ts'
import { isSiteId } from '../model/paper-id.ts'
import { readPartialDate } from '../model/partial-date.ts'
import { dateOfSiteId } from '../model/placeholder.ts'
import { foldSpace } from './text.ts'

/** What a page says of its paper: the contents of its tags by name, in their order; `href` is its own. */
export type PageTags = Record<string, string[]>

/**
 * Reads the tags that a page has for those who cite it, which Google Scholar and Zotero read, too.
 * Runs in the page, alone: nothing outside of it is there. The Anthology has no tag for the abstract.
 */
export function readTags(): PageTags {
  const tags: PageTags = { href: [location.href] }
  // More, and longer ones, than any paper has are not carried out of the page.
  const found = [...document.querySelectorAll<HTMLMetaElement>('meta[name^=citation_]')]
  for (const { name, content } of found.slice(0, 5000)) {
    tags[name] ??= []
    tags[name].push(content.slice(0, 20_000))
  }
  const abstract = document.querySelector('.acl-abstract > span')?.textContent
  if (abstract) tags.citation_abstract ??= [abstract.slice(0, 20_000)]
  return tags
}

/** Longer than any there is, so that no page fills the disk. */
const longest = { title: 1000, name: 200, venue: 500, date: 30, doi: 200, abstract: 20_000 }

const tags = v.record(v.string(), v.array(v.string()))

/**
 * The paper that the tags of a page tell of, which is kept by `id`. Undefined where they do not
 * even have a title, and for arXiv's papers, of which others know more.
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function readPageTags(id: string, found: unknown): FetchedPaper | undefined {
  const result = v.safeParse(tags, found)
  if (!isSiteId(id) || !result.success) return undefined
  // The tab may have gone on meanwhile.
  const [href] = result.output.href ?? []
  if (href !== undefined && paperIdAt(href) !== id) return undefined
  const all = (name: string, length: number) =>
    (result.output[`citation_${name}`] ?? [])
      .map((text) => foldSpace(text).slice(0, length).toWellFormed())
      .filter(Boolean)
  const first = (length: number, ...names: string[]) =>
    names.flatMap((name) => all(name, length))[0]
  const title = first(longest.title, 'title')
  if (!title) return undefined
  const single = all('author', longest.name)
  // All in one, as OpenReview had them.
  const listed = all('authors', longest.abstract).flatMap((names) => names.split(/\s*;\s*/))
  const names = single.length > 0 ? single : listed.filter(Boolean)
  // Two may well have the same name.
  const authors = names.map((name) => inOrder(name.slice(0, longest.name)))
  const journal = first(longest.venue, 'journal_title')
  const venue = journal ?? first(longest.venue, 'conference_title', 'inbook_title')
  const date = first(longest.date, 'publication_date', 'online_date', 'date')
  const doi = first(longest.doi, 'doi')?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')
  return {
    ...{ id, title, abstract: first(longest.abstract, 'abstract') ?? '' },
    ...{ authors: authors.slice(0, maxAuthorsKept), authorCount: authors.length },
    ...((date && readPartialDate(date)) || dateOfSiteId(id)),
    ...(venue && { venue }),
    ...(journal && { isInJournal: true as const }),
    ...(doi && /^10\.\d{4,9}\/\S+$/.test(doi) && { doi }),
    keywords: [],
  }
}

/** "One, Ada" as it is printed. */
function inOrder(name: string): string {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? []
  return family && given ? `${given} ${family}` : name
}
