import { describe, expect, test } from 'vitest'
import { readPageTags } from '../../../lib/sources/page-tags.ts'

const anthology = {
  citation_title: ['On  Zebras'],
  citation_author: ['Ada One', 'Two, Ben', ' '],
  citation_conference_title: ['Proceedings of Zebras'],
  citation_publication_date: ['2024/8'],
  citation_doi: ['10.18653/v1/2024.acl-long.12'],
  citation_firstpage: ['1'],
  citation_pdf_url: ['https://aclanthology.org/2024.acl-long.12.pdf'],
}
const id = 'acl:2024.acl-long.12'

describe('the tags of a page', () => {
  test('of the Anthology tell of its paper', () => {
    expect(readPageTags(id, { ...anthology, citation_abstract: ['Striped.\n'] })).toEqual({
      id,
      title: 'On Zebras',
      abstract: 'Striped.',
      authors: ['Ada One', 'Ben Two'],
      authorCount: 2,
      publishedAt: Date.UTC(2024, 7),
      datedTo: 'month',
      venue: 'Proceedings of Zebras',
      doi: '10.18653/v1/2024.acl-long.12',
      keywords: [],
    })
  })

  test('of OpenReview tell of one in a journal, to the day', () => {
    const tags = {
      citation_title: ['On Zebras'],
      citation_authors: ['Ada One; Ben Two'],
      citation_online_date: ['2024/08/13'],
      citation_journal_title: ['Transactions on Zebras'],
    }
    expect(readPageTags('openreview:aBc_-123', tags)).toMatchObject({
      authors: ['Ada One', 'Ben Two'],
      publishedAt: Date.UTC(2024, 7, 13),
      venue: 'Transactions on Zebras',
      isInJournal: true,
    })
  })

  test('name two authors of one name twice', () => {
    const tags = {
      citation_title: ['On Zebras'],
      citation_author: ['Yang Liu', 'Ada One', 'Yang Liu'],
    }
    expect(readPageTags(id, tags)).toMatchObject({ authorCount: 3, authors: tags.citation_author })
  })

  test('of another page than the one that was meant tell of nothing', () => {
    const at = (href: string) => readPageTags(id, { ...anthology, href: [href] })
    expect(at('https://aclanthology.org/2024.acl-long.12/')).toMatchObject({ id })
    expect(at('https://aclanthology.org/2024.acl-long.13/')).toBeUndefined()
  })

  test.each([
    ['2024-00-00', Date.UTC(2024), 'year'],
    ['2024/13', Date.UTC(2024), 'year'],
    ['2024/02/31', Date.UTC(2024, 1), 'month'],
    ['2024/2/29', Date.UTC(2024, 1, 29), undefined],
    ['9999', Date.UTC(2024), 'year'],
  ])('with the date %s say no more than that there is', (date, publishedAt, datedTo) => {
    const tags = { citation_title: ['On Zebras'], citation_publication_date: [date] }
    const read = readPageTags(id, tags)
    expect([read?.publishedAt, read?.datedTo]).toEqual([publishedAt, datedTo])
  })

  test('without a date leave that to the id', () => {
    const { publishedAt, datedTo } = readPageTags(id, { citation_title: ['On Zebras'] }) ?? {}
    expect({ publishedAt, datedTo }).toEqual({ publishedAt: Date.UTC(2024), datedTo: 'year' })
  })

  test.each([
    ['nothing', undefined],
    ['no title', { citation_author: ['Ada One'] }],
    ['an empty one', { citation_title: [' '] }],
    ['numbers', { citation_title: [7] }],
    ['something else', { citation_title: 'On Zebras' }],
    ['a list', []],
    ['null', null],
  ])('that say %s tell of no paper', (_what, tags) => {
    expect(readPageTags(id, tags)).toBeUndefined()
  })

  test('are not asked of arXiv’s papers', () => {
    expect(readPageTags('2608.13210', anthology)).toBeUndefined()
  })

  test('are never longer than any paper’s', () => {
    const long = 'x'.repeat(100_000)
    const tags = {
      citation_title: [long],
      citation_author: Array(5000)
        .fill(0)
        .map((_, i) => `A ${i}`),
    }
    const paper = readPageTags(id, { ...tags, citation_abstract: [long], citation_doi: [long] })
    expect(paper?.title).toHaveLength(1000)
    expect(paper?.abstract).toHaveLength(20_000)
    expect(paper?.authors).toHaveLength(100)
    expect(paper?.authorCount).toBe(5000)
    expect(paper).not.toHaveProperty('doi')
  })

  test('keep text as text', () => {
    const title = '<img src=x onerror=alert(1)> & more'
    expect(readPageTags(id, { citation_title: [title] })?.title).toBe(title)
  })
})
