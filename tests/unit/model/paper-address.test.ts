import { describe, expect, test } from 'vitest'
import {
  paperPatterns,
  readPaperAddress,
  titledPatterns,
} from '../../../lib/model/paper-address.ts'

const newStyle = [
  'https://arxiv.org/abs/2608.13210',
  'http://arxiv.org/abs/2608.13210',
  'https://www.arxiv.org/abs/2608.13210v2',
  'https://arxiv.org/abs/arXiv:2608.13210',
  'https://arxiv.org/abs/2608.13210v2?context=cs.CL#S1',
  'https://arxiv.org/abs/2608.13210/',
  'https://arxiv.org/pdf/2608.13210',
  'https://arxiv.org/pdf/2608.13210v12.pdf',
  'https://arxiv.org/pdf/2608.13210v2.pdf#page=3',
  'https://arxiv.org/html/2608.13210v1',
  'https://arxiv.org/html/2608.13210v1/x1.png',
  'https://arxiv.org/format/2608.13210',
  'https://export.arxiv.org/abs/2608.13210',
  'https://browse.arxiv.org/html/2608.13210v1',
  'https://ar5iv.labs.arxiv.org/html/2608.13210',
  'https://ar5iv.org/abs/2608.13210',
  'https://huggingface.co/papers/2608.13210',
  'https://huggingface.co/papers/2608.13210#community',
  'https://huggingface.co/papers/2608.13210.md',
  'https://hf.co/papers/2608.13210?x=1',
  'https://www.alphaxiv.org/abs/2608.13210v1',
  'https://alphaxiv.org/overview/2608.13210',
  'https://www.alphaxiv.org/zh/overview/2608.13210v3',
  'https://www.alphaxiv.org/pdf/2608.13210.pdf',
  'https://doi.org/10.48550/arXiv.2608.13210',
  'https://doi.org/10.48550/ARXIV.2608.13210',
  'https://dx.doi.org/10.48550/arxiv.2608.13210',
  'https://doi.org/10.48550%2FarXiv.2608.13210',
]

describe('the address of a paper', () => {
  test.each(newStyle)('%s is 2608.13210', (address) => {
    expect(readPaperAddress(address)).toEqual({ kind: 'paper', id: '2608.13210' })
  })

  test('may be of the years with four digits', () => {
    const address = 'https://arxiv.org/abs/0704.0001v2'
    expect(readPaperAddress(address)).toEqual({ kind: 'paper', id: '0704.0001' })
  })

  test.each([
    ['https://arxiv.org/abs/math/0309136', 'math/0309136'],
    ['https://arxiv.org/pdf/math.GT/0309136v1.pdf', 'math/0309136'],
    ['https://arxiv.org/pdf/cond-mat.stat-mech/9901001v12', 'cond-mat/9901001'],
    ['https://arxiv.org/abs/math/0309136/', 'math/0309136'],
    ['https://www.alphaxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.math/0309136', 'math/0309136'],
  ])('%s has an id from before 2007', (address, id) => {
    expect(readPaperAddress(address)).toEqual({ kind: 'paper', id })
  })

  test.each([
    ['https://openreview.net/forum?id=abc123', 'OpenReview'],
    ['https://openreview.net/forum?id=abc123&noteId=x', 'OpenReview'],
    ['https://openreview.net/pdf?id=abc123', 'OpenReview'],
    ['https://aclanthology.org/2024.acl-long.12/', 'ACL Anthology'],
    ['https://aclanthology.org/2024.findings-emnlp.120.pdf', 'ACL Anthology'],
    ['https://www.aclanthology.org/P19-1001', 'ACL Anthology'],
    ['https://aclanthology.org/P19-1001v2.pdf', 'ACL Anthology'],
  ])('%s is known by its title, on %s', (address, site) => {
    expect(readPaperAddress(address)).toEqual({ kind: 'titled', site })
  })

  test('may be at the reader’s mirror of Hugging Face', () => {
    const address = 'https://hub.example/mirror/papers/2608.13210'
    expect(readPaperAddress(address)).toBeUndefined()
    expect(readPaperAddress(address, 'https://hub.example/mirror')).toEqual({
      kind: 'paper',
      id: '2608.13210',
    })
    expect(readPaperAddress('https://hub.example/x', 'https://hub.example/mirror')).toBeUndefined()
  })

  test.each([
    '',
    'about:blank',
    'arxiv.org/abs/2608.13210',
    'file:///home/me/2608.13210.pdf',
    'https://arxiv.org/',
    'https://arxiv.org/list/cs.CL/2608.13210',
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/2608.1321012',
    'https://arxiv.org/abs/2608.13210x',
    'https://arxiv.org/abs/0703.0001',
    'https://arxiv.org/abs/math/0313136',
    'https://arxiv.org/abs/math/0704001',
    'https://arxiv.org/abs/math/030913',
    'https://arxiv.org/abs/maths/0309136',
    'https://arxiv.org/abs/%E0%A4%A',
    'https://arxiv.org.example/abs/2608.13210',
    'https://notarxiv.org/abs/2608.13210',
    'https://example.org/abs/2608.13210',
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-08-21',
    'https://huggingface.co/papers/month/2608.13210',
    'https://huggingface.co/models/2608.13210',
    'https://doi.org/10.1000/2608.13210',
    'https://openreview.net/',
    'https://openreview.net/forum',
    'https://openreview.net/group?id=ICLR.cc',
    'https://aclanthology.org/',
    'https://aclanthology.org/venues/acl/',
    'https://aclanthology.org/people/a/ada-one/',
    'https://aclanthology.org/volumes/2024.acl-long/',
  ])('"%s" is none', (address) => {
    expect(readPaperAddress(address)).toBeUndefined()
  })
})

describe('the patterns for the menu', () => {
  const isMatched = (address: string, patterns: readonly string[]) =>
    patterns.some((pattern) => matches(pattern, address))

  test.each(newStyle.filter((address) => !address.includes('%2F')))('take %s', (address) => {
    expect(isMatched(address, paperPatterns())).toBe(true)
  })

  test('take the mirror, and leave other sites alone', () => {
    const hub = 'https://hub.example/mirror'
    const address = `${hub}/papers/2608.13210`
    expect(isMatched(address, paperPatterns(hub))).toBe(true)
    expect(isMatched(address, paperPatterns())).toBe(false)
    expect(paperPatterns('https://huggingface.co')).toEqual(paperPatterns())
    expect(isMatched('https://example.org/abs/2608.13210', paperPatterns(hub))).toBe(false)
  })

  test('take the sites that are known by the title', () => {
    expect(isMatched('https://openreview.net/forum?id=abc', titledPatterns)).toBe(true)
    expect(isMatched('https://aclanthology.org/P19-1001.pdf', titledPatterns)).toBe(true)
    expect(isMatched('https://openreview.net/group?id=abc', titledPatterns)).toBe(false)
  })
})

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
function matches(pattern: string, address: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? []
  const url = new URL(address)
  const isHost = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return isHost && new RegExp(`^${escaped}$`).test(url.pathname + url.search)
}
