import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FeedError } from '../../../lib/errors.ts'
import { fetchArxivByTitle, fetchArxivPapers } from '../../../lib/sources/arxiv.ts'
import { readAtom } from '../../../lib/sources/arxiv-atom.ts'
import { findRecordedFolder } from '../../support/feed/recorded-feed.ts'
import { serve } from '../serve.ts'
import { startArxiv } from '../start-arxiv.ts'

const host = 'export.arxiv.org'
const feed = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${entries}</feed>`
const entry = (changes: Record<string, string> = {}) => {
  const fields = {
    id: '<id>http://arxiv.org/abs/2608.00001v2</id>',
    title: '<title>A Paper</title>',
    summary: '<summary>We show it.</summary>',
    published: '<published>2026-08-13T17:59:37Z</published>',
    author: '<author><name>Ada One</name></author>',
    ...changes,
  }
  return `<entry>${Object.values(fields).join('')}</entry>`
}

describe('a feed of arXiv', () => {
  const folder = findRecordedFolder()
  const recorded = resolve(folder ?? '', '../arxiv/atom-cs.RO-neural-2025-10-17.xml')

  test.runIf(folder && existsSync(recorded))('is read as it was recorded', () => {
    const papers = readAtom(readFileSync(recorded, 'utf8'), host)
    expect(papers).toMatchObject([
      {
        id: '2510.14968',
        title:
          'RDD: Retrieval-Based Demonstration Decomposer for Planner Alignment in Long-Horizon Tasks',
        abstract: expect.stringMatching(/^To tackle long-horizon tasks, .*\.io\.$/),
        authors: ['Mingxuan Yan', 'Yuping Wang', 'Zechun Liu', 'Jiachen Li'],
        authorCount: 4,
        publishedAt: Date.parse('2025-10-16T17:59:37Z'),
        primaryClass: 'cs.RO',
        keywords: [],
      },
      { id: '2510.14827', authorCount: 6 },
    ])
    for (const paper of papers) {
      expect(paper).not.toHaveProperty('doi')
      // What only Hugging Face counts is not known to be none.
      expect(paper).not.toHaveProperty('upvotes')
    }
  })

  test('tells when a paper was revised, and nothing of one that was not', () => {
    const published = '<published>2023-08-01T10:00:00Z</published>'
    const [revised] = readAtom(
      feed(entry({ published, updated: '<updated>2024-01-02T10:00:00Z</updated>' })),
      host,
    )
    expect(revised?.revisedAt).toBe(Date.parse('2024-01-02T10:00:00Z'))
    const [first] = readAtom(
      feed(entry({ published, updated: '<updated>2023-08-01T10:00:00Z</updated>' })),
      host,
    )
    expect(first).not.toHaveProperty('revisedAt')
  })

  test('has a DOI and a class where arXiv lists them, whatever their prefix is', () => {
    const more =
      '<a:doi xmlns:a="http://arxiv.org/schemas/atom"> 10.1000/x </a:doi><a:primary_category term="cs.CL"/>'
    expect(readAtom(feed(entry({ more })), host)).toMatchObject([
      { id: '2608.00001', doi: '10.1000/x', primaryClass: 'cs.CL' },
    ])
  })

  test('keeps a hundred of its authors, and counts all', () => {
    const author = '<author><name> Ada\n One </name></author>'.repeat(240)
    const [paper] = readAtom(feed(entry({ author })), host)
    expect(paper).toMatchObject({ authorCount: 240 })
    expect(paper?.authors).toHaveLength(100)
    expect(new Set(paper?.authors)).toEqual(new Set(['Ada One']))
  })

  test('gives any text back as it was sent', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no room for these
    const valid = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
    fc.assert(
      fc.property(text, (sent) => {
        fc.pre(!valid.test(sent) && sent.isWellFormed() && /\S/.test(sent))
        const escaped = sent
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
        const [paper] = readAtom(feed(entry({ title: `<title>${escaped}</title>` })), host)
        expect(paper?.title).toBe(sent.replace(/[\s\u007f]+/g, ' ').trim())
      }),
    )
  })

  test('takes markup in a title for text', () => {
    const title = '<title>&lt;think&gt; &amp; <![CDATA[<b>]]></title>'
    expect(readAtom(feed(entry({ title })), host)[0]?.title).toBe('<think> & <b>')
  })

  test('may be empty', () => expect(readAtom(feed(''), host)).toEqual([]))

  test.each([
    ['of an id it does not know', { title: '', published: '' }],
    ['that is no paper of arXiv', { id: '<id>http://arxiv.org/abs/maths/0309136v1</id>' }],
  ])('loses an entry %s, and no other', (_what, changes) => {
    expect(readAtom(feed(entry(changes)), host)).toEqual([])
    expect(readAtom(feed(entry(changes) + entry()), host)).toMatchObject([{ id: '2608.00001' }])
  })

  test.each([
    ['is cut short', feed(entry()).slice(0, 200), /cannot be read/],
    ['is empty', '', /cannot be read/],
    ['has an entity of its own', feed(entry({ title: '<title>&x;</title>' })), /cannot be read/],
    ['is a page', '<!DOCTYPE html><html><br></html>', /a web page instead of data/],
    ['is a page in XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /a web page instead/],
    ['is JSON', '{"papers": []}', /cannot be read/],
    ['is another list', '<rss version="2.0"/>', /other than a list of papers/],
    ['has no time in it', feed(entry({ published: '<published>soon</published>' })), /in a form/],
  ])('that %s is refused in words', (_what, text, message) => {
    expect(() => readAtom(text, host)).toThrow(FeedError)
    expect(() => readAtom(text, host)).toThrow(message)
  })

  test('that is an error says what arXiv says', () => {
    const error = `<entry><id>https://arxiv.org/api/errors#incorrect_id</id><title>Error</title>
      <summary>incorrect id format for 1</summary></entry>`
    expect(() => readAtom(feed(error), host)).toThrow(
      'export.arxiv.org did not take the question: incorrect id format for 1.',
    )
  })
})

describe('asking arXiv', () => {
  test('for ids brings those it has', async () => {
    const server = await startArxiv([
      { id: '2608.00001', title: 'One', doi: '10.1/x', primaryClass: 'cs.CL' },
      { id: '2608.00002', title: 'Two & <three>' },
    ])
    const papers = await fetchArxivPapers(server.url, ['2608.00002', '2608.00009', '2608.00001'])
    expect(papers).toMatchObject([
      { id: '2608.00001', doi: '10.1/x', primaryClass: 'cs.CL' },
      { id: '2608.00002', title: 'Two & <three>' },
    ])
    expect(server.requests).toHaveLength(1)
  })

  test('for more than its default of ten brings them all', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `2608.000${i + 10}`)
    const server = await startArxiv(ids.map((id) => ({ id, title: id })))
    expect(await fetchArxivPapers(server.url, ids)).toHaveLength(30)
  })

  test('for a title sends its words and no operators', async () => {
    const server = await startArxiv([{ id: '2608.00001', title: 'A "Paper": On (Nothing)' }])
    const found = await fetchArxivByTitle(server.url, 'A “Paper”: on (nothing) ')
    expect(found).toMatchObject([{ id: '2608.00001' }])
    expect(server.requests[0]?.title).toBe('A Paper on nothing')
  })

  test.each([
    ['a status', { status: 503 } as const, /HTTP 503/],
    ['a status that asks for a pause', { status: 429 } as const, /asks for a pause/],
    ['words that ask for a pause', 'rate-exceeded' as const, /asks for a pause/],
    ['an error in an entry', 'error-entry' as const, /malformed query/],
    ['a page', 'html' as const, /a web page instead of data/],
    ['half an answer', 'truncated' as const, /cannot be read/],
  ])('tells of %s in words', async (_what, fault, message) => {
    const server = await startArxiv()
    server.setFault(fault)
    const error = await fetchArxivPapers(server.url, ['2608.00001']).catch((caught) => caught)
    expect(error).toBeInstanceOf(FeedError)
    expect(error.message).toMatch(message)
    // Whether asking on would help: a question it does not take is about that question alone.
    expect(error.isOutage).toBe(fault !== 'error-entry')
  })

  test('ends an answer without an end', async () => {
    const url = await serve((_request, response) => {
      const pour = () => {
        if (response.destroyed) return
        if (response.write(' '.repeat(1 << 20))) setImmediate(pour)
        else response.once('drain', pour)
      }
      pour()
    })
    await expect(fetchArxivPapers(url, ['2608.00001'])).rejects.toThrow(/without an end/)
  })

  test('says that nobody could be reached', async () => {
    await expect(fetchArxivPapers('http://127.0.0.1:9', ['2608.00001'])).rejects.toThrow(
      '127.0.0.1:9 could not be reached.',
    )
  })
})
