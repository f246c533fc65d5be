import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPaperId } from '../../../lib/model/is-paper-id.ts'
import { paperIdAt } from '../../../lib/model/paper-address.ts'
import { isSiteId, nameOfId, placeOf } from '../../../lib/model/paper-id.ts'
import { placeholderRecord } from '../../../lib/model/placeholder.ts'
import { formatRoute, parseRoute } from '../../../lib/model/route.ts'

const anthologyId = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1952, max: 2099 }),
      fc.stringMatching(/^[a-z][a-z\d]{0,9}-[a-z\d]{1,9}$/),
    )
    .chain(([year, volume]) => fc.nat({ max: 9999 }).map((n) => `acl:${year}.${volume}.${n}`)),
  fc.stringMatching(/^acl:[A-Z]\d\d-\d{4}$/),
)
const siteIds = fc.oneof(anthologyId, fc.stringMatching(/^openreview:[A-Za-z\d_-]{5,40}$/))

describe('the id of a paper of another site than arXiv', () => {
  test('comes back from every one of its links, and from its route', () => {
    fc.assert(
      fc.property(siteIds, (id) => {
        expect(isPaperId(id) && isSiteId(id)).toBe(true)
        const { page, pdf } = placeOf(id)
        expect([paperIdAt(page), paperIdAt(pdf)]).toEqual([id, id])
        expect(parseRoute(formatRoute({ view: 'paper', id }))).toEqual({ view: 'paper', id })
      }),
    )
  })

  test.each([
    ['', false],
    ['acl:', false],
    ['acl:p19-1001', false],
    ['acl:2024.ACL-long.1', false],
    ['acl:2024.acl-long.01', false],
    ['acl:P19-1001 ', false],
    ['openreview:ab', false],
    ['openreview:a b c d e', false],
    ['openreview:aBc_-123?x', false],
    ['constructor:aBc_-123', false],
    ['P19-1001', false],
    ['2608.13210', true],
    ['acl:P19-1001', true],
  ])('or "%s" is the id of a paper: %s', (text, expected) => {
    expect(isPaperId(text)).toBe(expected)
  })

  test('says what to call it', () => {
    const ids = ['acl:P19-1001', 'acl:C65-1001', 'acl:2024.acl-long.12', 'openreview:aBc_-123']
    expect(ids.map(nameOfId)).toEqual([
      'ACL Anthology P19-1001',
      'ACL Anthology C65-1001',
      'ACL Anthology 2024.acl-long.12',
      'OpenReview aBc_-123',
    ])
    expect(nameOfId('2608.13210')).toBe('arXiv 2608.13210')
  })

  test('dates it by the year of the Anthology', () => {
    const dateOf = (id: string) => {
      const { publishedAt, datedTo } = placeholderRecord(id, 5)
      return { publishedAt, datedTo }
    }
    const year = { datedTo: 'year' }
    expect(dateOf('acl:P19-1001')).toEqual({ ...year, publishedAt: Date.UTC(2019) })
    expect(dateOf('acl:P98-1001')).toEqual({ ...year, publishedAt: Date.UTC(1998) })
    expect(dateOf('acl:2024.acl-long.12')).toEqual({ ...year, publishedAt: Date.UTC(2024) })
    for (const id of ['acl:C65-1001', 'openreview:aBc_-123']) {
      expect(placeholderRecord(id, 5).publishedAt).toBe(0)
    }
  })
})
