import { parseXml, XmlElement } from '@rgrove/parse-xml'
import * as v from 'valibot'
import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { type FetchedPaper, maxAuthorsKept } from '../model/paper.ts'
import { paperIdAt } from '../model/paper-address.ts'
import { foldSpace } from './text.ts'

const someText = v.pipe(v.string(), v.transform(foldSpace), v.nonEmpty())
const extra = v.fallback(v.optional(someText), undefined)

const time = v.pipe(
  v.string(),
  v.transform((value) => Date.parse(value)),
  v.number(),
)

/** The parts of an entry that are kept. An id that arXiv does not know comes without a title. */
const entryFields = v.object({
  id: v.string(),
  title: someText,
  summary: v.pipe(v.string(), v.transform(foldSpace)),
  published: time,
  updated: v.fallback(v.optional(time), undefined),
  doi: extra,
  primaryClass: extra,
})

/**
 * Reads an Atom feed of arXiv's API: the papers of it that can be kept, in its order, each
 * checked. Throws a {@link FeedError} for what is no such feed, and in arXiv's own words where it
 * answers with an error, which it wraps in an entry with the status 200. `host` is who sent it.
 */
export function readAtom(text: string, host: string): FetchedPaper[] {
  const feed = parse(text, host)
  const entries = childrenOf(feed, 'entry')
  for (const entry of entries) {
    if (!/\/api\/errors/.test(textOf(entry, 'id') ?? '')) continue
    const reason = foldSpace(textOf(entry, 'summary') ?? '')
    const message = reason
      ? t('source.refusedBecause', { host, reason })
      : t('source.refused', { host })
    throw new FeedError(message, { status: 400 })
  }
  const papers = entries.flatMap((entry) => readEntry(entry) ?? [])
  // Of an id that it does not know it has no title.
  const isPaper = (entry: XmlElement) => textOf(entry, 'title') && idOf(entry)
  if (papers.length === 0 && entries.some(isPaper)) {
    throw new FeedError(t('source.badPapers', { host }))
  }
  return papers
}

function idOf(entry: XmlElement): string | undefined {
  return paperIdAt((textOf(entry, 'id') ?? '').trim())
}

function parse(text: string, host: string): XmlElement {
  let root: XmlElement | null
  try {
    ;({ root } = parseXml(text))
  } catch (cause) {
    const isPage = /<(!doctype )?html/i.test(text.slice(0, 1000))
    const message = isPage ? t('source.webPage', { host }) : t('source.badAnswer', { host })
    throw new FeedError(message, { cause })
  }
  if (root?.name === 'html') throw new FeedError(t('source.webPage', { host }))
  if (!root || localName(root) !== 'feed') {
    throw new FeedError(t('source.noList', { host }))
  }
  return root
}

function readEntry(entry: XmlElement): FetchedPaper | undefined {
  const result = v.safeParse(entryFields, {
    id: idOf(entry),
    title: textOf(entry, 'title'),
    summary: textOf(entry, 'summary') ?? '',
    published: textOf(entry, 'published'),
    updated: textOf(entry, 'updated'),
    doi: textOf(entry, 'doi'),
    primaryClass: childrenOf(entry, 'primary_category')[0]?.attributes.term,
  })
  if (!result.success) return undefined
  const { id, title, summary, published, updated, doi, primaryClass } = result.output
  const names = childrenOf(entry, 'author')
    .map((author) => foldSpace(textOf(author, 'name') ?? ''))
    .filter(Boolean)
  return {
    id,
    title,
    abstract: summary,
    authors: names.slice(0, maxAuthorsKept),
    authorCount: names.length,
    publishedAt: published,
    ...(updated && updated > published && { revisedAt: updated }),
    keywords: [],
    onlyOnArxiv: true,
    ...(primaryClass && { primaryClass }),
    ...(doi && { doi }),
  }
}

/** Without the prefix of its namespace, which is the sender's to choose. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  )
}

function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text
}
