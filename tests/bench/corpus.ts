import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isArxivId } from '../../lib/model/arxiv-id.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { generateSampleFeed } from '../support/feed/sample-feed.ts'

/** Where what is shared between machines lies; it may be missing. */
export const sharedFolder = join(import.meta.dirname, '../../../shared')

/** Papers to search in: the shared corpus where it is, otherwise the sample, over and over. */
export function readCorpus(count: number): { name: string; papers: Paper[] } {
  const file = join(sharedFolder, 'corpus/papers.jsonl.gz')
  if (!existsSync(file)) return { name: 'generated sample', papers: repeatedSample(count) }
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const papers = new Map<string, Paper>()
  const madeUpId = idMaker()
  for (const line of lines) {
    if (papers.size === count) break
    if (line) {
      const record = JSON.parse(line)
      const id = isArxivId(record.id) ? record.id : madeUpId(record.publishedAt)
      papers.set(id, toPaper({ ...record, id }))
    }
  }
  return { name: 'shared corpus', papers: [...papers.values()] }
}

function toPaper(record: {
  id: string
  title: string
  abstract: string
  authors?: string[]
  publishedAt: string
  upvotes?: number
}): Paper {
  const { id, title, abstract, authors = [], publishedAt, upvotes = 0 } = record
  return {
    ...{ id, title, abstract, upvotes, comments: 0, keywords: [], firstSeenAt: 0 },
    authors: authors.slice(0, 100),
    authorCount: authors.length,
    publishedAt: Date.parse(publishedAt) || 0,
  }
}

function repeatedSample(count: number): Paper[] {
  const records = generateSampleFeed().flatMap(
    ({ papers }) =>
      papers as { paper: { title: string; summary: string; authors: { name: string }[] } }[],
  )
  const madeUpId = idMaker()
  return Array.from({ length: count }, (_, i) => {
    const { paper } = records[i % records.length] as (typeof records)[number]
    const publishedAt = `20${10 + Math.floor(i / 10_000)}-08-21`
    return toPaper({
      id: madeUpId(publishedAt),
      title: `${paper.title} ${i}`,
      abstract: paper.summary,
      authors: paper.authors.slice(0, 7).map(({ name }) => name),
      publishedAt,
    })
  })
}

/**
 * Makes up ids of arXiv's shape, of the month of publication as arXiv's are (the first are of
 * April 2007), with numbers higher than any it gave.
 */
function idMaker(): (publishedAt: string) => string {
  const next = new Map<string, number>()
  return (publishedAt) => {
    const [year = '', month = ''] = publishedAt.split('-')
    const issued = `${year}-${month}` < '2007-04' ? '0704' : year.slice(2) + month
    const number = next.get(issued) ?? 50_000
    next.set(issued, number + 1)
    return `${issued}.${number}`
  }
}
