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
  for (const line of lines) {
    if (papers.size === count) break
    if (line) {
      const record = JSON.parse(line)
      const id = isArxivId(record.id) ? record.id : madeUpId(papers.size)
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
  return Array.from({ length: count }, (_, i) => {
    const { paper } = records[i % records.length] as (typeof records)[number]
    return toPaper({
      id: madeUpId(i),
      title: `${paper.title} ${i}`,
      abstract: paper.summary,
      authors: paper.authors.slice(0, 7).map(({ name }) => name),
      publishedAt: '2026-08-21',
    })
  })
}

/** An id of arXiv's shape that it never gave: until 2015 its numbers had four digits. */
function madeUpId(i: number): string {
  const month = String(704 + Math.floor(i / 90_000)).padStart(4, '0')
  return `${month}.${10_000 + (i % 90_000)}`
}
