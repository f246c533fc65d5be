import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCard } from '../../../lib/model/card.ts'
import { mergePaper } from '../../../lib/model/paper.ts'
import { readDailyRecord, readPaperRecord } from '../../../lib/sources/hugging-face-record.ts'
import { makeRecord } from '../make-record.ts'

function read(paper: Record<string, unknown> = {}, outer: Record<string, unknown> = {}) {
  const result = readDailyRecord(makeRecord(paper, outer), 3)
  if ('dropped' in result) throw new Error(result.dropped.reason)
  return result.paper
}

function drop(record: unknown) {
  const result = readDailyRecord(record, 3)
  if ('paper' in result) throw new Error('The record was read.')
  return result.dropped
}

describe('a record', () => {
  test('with the least it must have is read, and has no key without a value', () => {
    expect(read({ submittedOnDailyAt: undefined })).toEqual({
      id: '2608.00001',
      title: 'A Paper about Nothing',
      abstract: 'We do nothing, and measure it.',
      authors: ['Ada One'],
      authorCount: 1,
      publishedAt: Date.parse('2026-08-13T00:00:00Z'),
      upvotes: 7,
      comments: 2,
      keywords: [],
    })
    expect(Object.values(read({ submittedOnDailyAt: undefined }))).not.toContain(undefined)
  })

  test('with all it can have is read', () => {
    const all = {
      ai_summary: 'In short.',
      ai_keywords: ['nothing', 'much', 'nothing'],
      organization: { _id: 'o1', name: 'ada', fullname: 'Ada’s House', avatar: 'x' },
      githubRepo: 'https://github.com/ada/nothing',
      githubStars: 3,
      projectPage: ' https://ada.example/',
    }
    expect(read(all, { thumbnail: 'https://ada.example/1.png' })).toMatchObject({
      feedDate: '2026-08-14',
      tldr: 'In short.',
      keywords: ['nothing', 'much'],
      organization: { name: 'ada', fullName: 'Ada’s House' },
      repository: 'ada/nothing',
      stars: 3,
      projectUrl: 'https://ada.example/',
      thumbnailUrl: 'https://ada.example/1.png',
    })
  })

  test('is dated by the paper, not by the outer time, which is wrong', () => {
    const paper = read({ publishedAt: '2026-08-13T17:59:59.000Z' }, { publishedAt: '2026-08-20' })
    expect(paper.publishedAt).toBe(Date.parse('2026-08-13T17:59:59Z'))
  })
})

describe('a record is dropped, and told by name,', () => {
  test.each<[string, Record<string, unknown>]>([
    ['paper.id', { id: undefined }],
    ['paper.id', { id: 'hep-th/9901' }],
    ['paper.id', { id: '2608.00001v2' }],
    ['paper.id', { id: '../../etc' }],
    ['paper.id', { id: 2608.00001 }],
    ['paper.title', { title: undefined }],
    ['paper.title', { title: '' }],
    ['paper.title', { title: ' \n ' }],
    ['paper.title', { title: ['A'] }],
    ['paper.summary', { summary: undefined }],
    ['paper.summary', { summary: null }],
    ['paper.authors', { authors: undefined }],
    ['paper.authors', { authors: 'Ada One' }],
    ['paper.publishedAt', { publishedAt: undefined }],
    ['paper.publishedAt', { publishedAt: 'yesterday' }],
    ['paper.publishedAt', { publishedAt: 1_786_000_000 }],
    ['paper.upvotes', { upvotes: '7' }],
    ['paper.upvotes', { upvotes: null }],
    ['paper.upvotes', { upvotes: -1 }],
    ['paper.upvotes', { upvotes: 1.5 }],
  ])('for %s: %j', (path, change) => {
    const dropped = drop(makeRecord(change))
    expect(dropped.reason).toMatch(new RegExp(`^${path}: .`))
    expect(dropped.index).toBe(3)
    expect(dropped.id).toBe('id' in change ? undefined : '2608.00001')
  })

  test('for numComments', () => {
    expect(drop(makeRecord({}, { numComments: 'two' })).reason).toMatch(/^numComments: ./)
  })

  test.each([[null], [undefined], [1], ['paper'], [[]], [{}], [{ paper: null }], [{ paper: [] }]])(
    'for being %j',
    (record) => expect(drop(record).reason).not.toBe(''),
  )

  test('and no JSON whatever makes reading throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readDailyRecord(value, 0)
        readDailyRecord({ paper: value }, 0)
        readDailyRecord(makeRecord(Object(value)), 0)
        readPaperRecord(value)
      }),
    )
  })
})

describe('an extra field of the wrong kind counts as left out:', () => {
  test.each<[string, unknown]>([
    ['submittedOnDailyAt', 5],
    ['submittedOnDailyAt', 'Friday'],
    ['submittedOnDailyAt', '2026-99-99T00:00:00.000Z'],
    ['ai_summary', ''],
    ['ai_summary', { text: 'In short.' }],
    ['ai_keywords', 'nothing'],
    ['organization', 'ada'],
    ['organization', { name: 'ada' }],
    ['githubRepo', 5],
    ['githubRepo', ''],
    ['githubRepo', 'https://gitlab.com/ada/nothing'],
    ['githubStars', 'many'],
    ['githubStars', -3],
    ['projectPage', null],
    ['projectPage', ''],
    ['projectPage', 'javascript:alert(1)'],
  ])('%s: %j', (name, value) => {
    expect(read({ [name]: value })).toEqual(read({ [name]: undefined }))
  })

  test('thumbnail', () => {
    expect(read({}, { thumbnail: 'data:image/png,x' })).not.toHaveProperty('thumbnailUrl')
  })

  test('a count that is missing stays missing, so that a known one can stand', () => {
    const paper = read({ upvotes: undefined }, { numComments: undefined })
    expect(paper).not.toHaveProperty('upvotes')
    expect(paper).not.toHaveProperty('comments')
  })
})

describe('authors', () => {
  const named = (name: unknown, hidden: unknown = false) => ({ _id: 'a', name, hidden })

  test('are kept to a hundred, with the count of all 3,303', () => {
    const authors = Array.from({ length: 3303 }, (_, i) => named(`Author ${i}`))
    const paper = read({ authors })
    expect(paper.authors).toHaveLength(100)
    expect(paper.authors[99]).toBe('Author 99')
    expect(paper.authorCount).toBe(3303)
  })

  test('who are hidden, nameless or broken are not counted', () => {
    const authors = [
      named('Ada'),
      named('Bob', true),
      named(' '),
      named(7),
      null,
      'Cy',
      named('Di', 1),
    ]
    expect(read({ authors })).toMatchObject({ authors: ['Ada', 'Di'], authorCount: 2 })
  })

  test('of the same name are two', () => {
    expect(read({ authors: [named('Ada'), named('Ada')] }).authorCount).toBe(2)
  })
})

describe('text', () => {
  test('has every run of white space and control characters folded to one space', () => {
    const paper = read({
      title: '  A\n  Paper\tabout\u0000\u0007\u00a0Nothing\r\n',
      summary: 'We\r\ndo\n\nnothing.',
      ai_summary: '\nIn\nshort.',
      authors: [{ name: 'Ada \n One', hidden: false }],
      ai_keywords: [' no\nthing '],
    })
    expect(paper).toMatchObject({
      title: 'A Paper about Nothing',
      abstract: 'We do nothing.',
      tldr: 'In short.',
      authors: ['Ada One'],
      keywords: ['no thing'],
    })
  })

  test.each([
    '<script>alert(1)</script>',
    'What Happens between <think> and the Answer?',
    '<span style="font-weight: bold;">Bold</span> & <a href="x">more</a>',
    'Between \\n and $\\nabla^2 f$, L_2 & 5\\%',
    'Jalapeño 数学 🌶️ naïve',
  ])('stays as it is: %s', (text) => {
    expect(read({ title: text, summary: text })).toMatchObject({ title: text, abstract: text })
  })

  test('that is missing from an abstract is an empty one, which a card can show', () => {
    const paper = read({ summary: ' \n ' })
    expect(paper.abstract).toBe('')
    expect(toCard(mergePaper(undefined, paper, 0), { isRead: false }).blurb).toBe('')
  })
})

describe('a single paper', () => {
  const { paper } = makeRecord() as { paper: Record<string, unknown> }

  test('has the same fields at its top', () => {
    const { comments, ...daily } = read()
    expect(readPaperRecord({ ...paper, linkedModels: [] })).toEqual(daily)
  })

  test.each([[null], [{}], [{ ...paper, id: 'x' }], [{ error: 'Paper not found' }]])(
    'cannot be read from %j',
    (record) => expect(readPaperRecord(record)).toBeUndefined(),
  )
})
