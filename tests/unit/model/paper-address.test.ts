import { describe, expect, test } from 'vitest'
import {
  bareSiteIdIn,
  paperIdAt,
  paperPatterns,
  siteIdIn,
  siteIdsIn,
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

const ofSites = [
  ['https://openreview.net/forum?id=aBc_-123', 'openreview:aBc_-123'],
  ['https://www.openreview.net/forum?id=aBc_-123&noteId=x#y', 'openreview:aBc_-123'],
  ['https://openreview.net/forum?referrer=%5Ba%5D(b)&id=aBc_-123', 'openreview:aBc_-123'],
  ['https://openreview.net/pdf?id=aBc_-123', 'openreview:aBc_-123'],
  ['https://openreview.net/attachment?id=aBc_-123&name=pdf', 'openreview:aBc_-123'],
  ['https://aclanthology.org/2024.acl-long.12/', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/2024.ACL-long.012', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/2024.acl-long.0/', 'acl:2024.acl-long.0'],
  ['https://aclanthology.org/2024.findings-emnlp.120.pdf', 'acl:2024.findings-emnlp.120'],
  ['https://aclanthology.org/2024.acl-long.12v2.pdf', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/2024.acl-long.12.bib', 'acl:2024.acl-long.12'],
  ['https://aclanthology.org/attachments/2024.acl-long.12.software.zip', 'acl:2024.acl-long.12'],
  ['https://www.aclanthology.org/P19-1001', 'acl:P19-1001'],
  ['https://aclanthology.org/P19-1001v2.pdf#page=3', 'acl:P19-1001'],
  ['https://aclanthology.org/p19-1001.info', 'acl:P19-1001'],
  ['https://aclanthology.info/papers/P19-1001/p19-1001', 'acl:P19-1001'],
  ['https://aclanthology.org/anthology/P19-1001', 'acl:P19-1001'],
  ['https://www.aclweb.org/anthology/P19-1001/', 'acl:P19-1001'],
  ['http://aclweb.org/anthology/papers/P/P19/P19-1001/', 'acl:P19-1001'],
  ['http://www.aclweb.org/anthology-new/P/P09/P09-1001.pdf', 'acl:P09-1001'],
  ['https://doi.org/10.18653/v1/P19-1001', 'acl:P19-1001'],
  ['https://doi.org/10.18653/V1/2024.acl-long.12', 'acl:2024.acl-long.12'],
  ['https://doi.org/10.3115/v1/P14-1001', 'acl:P14-1001'],
] as const

describe('the address of a paper', () => {
  test.each(newStyle)('%s is 2608.13210', (address) => {
    expect(paperIdAt(address)).toBe('2608.13210')
  })

  test('may be of the years with four digits', () => {
    const address = 'https://arxiv.org/abs/0704.0001v2'
    expect(paperIdAt(address)).toBe('0704.0001')
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
    expect(paperIdAt(address)).toBe(id)
  })

  test.each(ofSites)('%s is %s', (address, id) => {
    expect(paperIdAt(address)).toBe(id)
  })

  test('may be at the reader’s mirror of Hugging Face', () => {
    const address = 'https://hub.example/mirror/papers/2608.13210'
    expect(paperIdAt(address)).toBeUndefined()
    expect(paperIdAt(address, 'https://hub.example/mirror')).toBe('2608.13210')
    expect(paperIdAt('https://hub.example/x', 'https://hub.example/mirror')).toBeUndefined()
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
    'https://openreview.net/forum?id=ICLR.cc/2024/x',
    'https://openreview.net/forum?id=x',
    'https://openreview.net/pdf/0123456789abcdef.pdf',
    'https://aclanthology.org/P19-1/',
    'https://aclanthology.org/2024.acl-long/',
    'https://www.aclweb.org/P19-1001',
    'https://doi.org/10.18653/v1/W',
    'https://aclanthology.org/',
    'https://aclanthology.org/venues/acl/',
    'https://aclanthology.org/people/a/ada-one/',
    'https://aclanthology.org/volumes/2024.acl-long/',
  ])('"%s" is none', (address) => {
    expect(paperIdAt(address)).toBeUndefined()
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

  const atSites = ofSites.map(([address]) => address)
  test.each(atSites.filter((address) => !/\.info\/|\/v1\/|referrer|anthology-new/i.test(address)))(
    'take %s',
    (address) => {
      expect(isMatched(address, paperPatterns())).toBe(true)
    },
  )

  test('leave pages of those sites alone that are of no paper', () => {
    expect(isMatched('https://openreview.net/group?id=abc', paperPatterns())).toBe(false)
    expect(isMatched('https://aclanthology.org/', paperPatterns())).toBe(false)
  })
})

describe('a text', () => {
  test('links to papers of other sites, or names them by DOI', () => {
    const text = `See [it](https://openreview.net/forum?id=aBc_-123), openreview.net/pdf?id=aBc_-123,
      <https://aclanthology.org/P19-1001.pdf>; doi:10.18653/v1/2024.acl-long.12. And
      https://arxiv.org/abs/2608.13210, https://example.org/P19-1002, P19-1003, 10.1000/P19-1004`
    const ids = ['openreview:aBc_-123', 'acl:P19-1001', 'acl:2024.acl-long.12']
    expect(siteIdsIn(text)).toEqual(ids)
  })

  test.each([
    [' https://aclanthology.org/P19-1001/ ', 'acl:P19-1001'],
    ['10.18653/v1/P19-1001', 'acl:P19-1001'],
    ['openreview:aBc_-123', 'openreview:aBc_-123'],
    ['see https://aclanthology.org/P19-1001/', undefined],
    ['acl:p19-1001', 'acl:P19-1001'],
    ['(ACL:2024.acl-long.12).', 'acl:2024.acl-long.12'],
    ['P19-1001', undefined],
    ['see P19-1001', undefined],
    ['GPT-4', undefined],
    ['2608.13210', undefined],
    ['constructor:x', undefined],
    ['https://arxiv.org/abs/2608.13210', undefined],
  ])('"%s" is %s', (text, id) => {
    expect(siteIdIn(text)).toBe(id)
  })

  test.each([
    'P19-1001',
    '[P19-1001]',
    'P19-1001.',
    'ACL Anthology P19-1001',
    'acl P19-1001',
    'P19-1001v2.pdf',
  ])('"%s" may be a paper', (text) => expect(bareSiteIdIn(text)).toBe('acl:P19-1001'))

  test.each(['p19-1001', 'x00-0000', 'h20-2025/foo', 'H20-2025', '1234.a-b.1', 'see P19-1001'])(
    '"%s" may not',
    (text) => expect(bareSiteIdIn(text)).toBeUndefined(),
  )
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
