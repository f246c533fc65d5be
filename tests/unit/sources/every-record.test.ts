import { describe, expect, test } from 'vitest'
import { readDailyRecord } from '../../../lib/sources/hugging-face-record.ts'
import { openFeed } from '../../support/feed/feed-source.ts'

interface Raw {
  paper: {
    id: string
    title: string
    authors: { name: string; hidden: boolean }[]
    submittedOnDailyAt?: string
    githubRepo?: string
    projectPage?: string
    ai_summary?: string
    organization?: { fullname: string }
    upvotes: number
  }
}

// The recorded feed where it lies beside the project, else the sample.
const source = openFeed()
const records = source.dates.flatMap((date) =>
  source.day(date).map((record, index) => ({ date, raw: record as Raw, index })),
)

describe(`the records of the ${source.name} feed`, () => {
  const read = records.flatMap(({ date, raw, index }) => {
    const result = readDailyRecord(raw, index)
    return 'paper' in result ? [{ date, raw, paper: result.paper }] : []
  })

  test('are read to the last record', () => {
    expect(records.length).toBeGreaterThan(source.dates.length)
    expect(read).toHaveLength(records.length)
  })

  test('have the days and the counts they say', () => {
    const wrong = read.filter(
      ({ date, raw: { paper: raw }, paper }) =>
        paper.feedDate !== (raw.submittedOnDailyAt && date) ||
        paper.upvotes !== raw.upvotes ||
        paper.id !== raw.id,
    )
    expect(wrong).toEqual([])
  })

  test('keep every author who is not hidden, up to a hundred', () => {
    const wrong = read.filter(({ raw, paper }) => {
      const shown = raw.paper.authors.filter(({ hidden }) => !hidden).length
      return paper.authorCount !== shown || paper.authors.length !== Math.min(shown, 100)
    })
    expect(wrong).toEqual([])
  })

  test('have white space nowhere but between words, and lose no other character', () => {
    const bare = (text: string) => text.replace(/\s/g, '')
    const wrong = read.filter(
      ({ raw, paper }) =>
        bare(paper.title) !== bare(raw.paper.title) || /\s{2}|^\s|\s$|[^\S ]/.test(paper.title),
    )
    expect(wrong).toEqual([])
  })

  test('keep every project page that is http(s)', () => {
    const pages = read.filter(({ raw }) => /^\s*https?:/.test(raw.paper.projectPage ?? ''))
    expect(pages.filter(({ paper }) => !paper.projectUrl)).toEqual([])
  })

  test('keep every repository, but for those that name only an owner', () => {
    const odd = read.flatMap(({ raw, paper }) => {
      const { githubRepo } = raw.paper
      const expected = githubRepo && plainRepository(githubRepo)
      return expected === paper.repository ? [] : [{ githubRepo, got: paper.repository }]
    })
    expect(odd).toEqual([])
  })

  test('keep every TL;DR and organization', () => {
    const lost = read.filter(
      ({ raw, paper }) =>
        Boolean(raw.paper.ai_summary) !== Boolean(paper.tldr) ||
        raw.paper.organization?.fullname.trim().replace(/\s+/g, ' ') !==
          paper.organization?.fullName,
    )
    expect(lost).toEqual([])
  })
})

/** The plainest way to read an address: by its slashes. */
function plainRepository(address: string): string | undefined {
  const [, , host, owner, name] = address.split(/[\s/?#]+/).flatMap((part, i) =>
    // "https:" and what follows its slashes keep their places.
    i === 0 ? [part, ''] : [part],
  )
  if (host !== 'github.com' || !owner || !name) return undefined
  return /^tab=/.test(name) ? undefined : `${owner}/${name.replace(/\.git$/, '')}`
}
