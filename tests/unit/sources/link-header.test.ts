import { describe, expect, test } from 'vitest'
import { nextLink } from '../../../lib/sources/link-header.ts'

const base = 'https://feed.example/api/daily_papers?date=2026-08-21'
const page2 = 'https://feed.example/api/daily_papers?p=1'

describe('the next page of a Link header', () => {
  test.each([
    ['alone', `<${page2}>; rel="next"`],
    ['without quotes', `<${page2}>; rel=next`],
    ['with spaces', `  <${page2}> ;  rel = "next" `],
    ['in capitals', `<${page2}>; REL="Next"`],
    ['among several links', `<https://x.example/>; rel="prev", <${page2}>; rel="next"`],
    ['before other links', `<${page2}>; rel="next", <https://x.example/>; rel="last"`],
    ['in a list of relations', `<${page2}>; rel="last next"`],
    ['with other parameters', `<${page2}>; title="Two"; rel="next"; type="application/json"`],
    ['after a title with a comma', `<${page2}>; title="a, b; c"; rel="next"`],
    ['after a parameter without a value', `<${page2}>; crossorigin; rel="next"`],
    [
      'after a link with a tricky title',
      `<https://x.example/>; title="<a>; rel=next", <${page2}>; rel=next`,
    ],
    ['relative to its page', '</api/daily_papers?p=1>; rel="next"'],
    ['as a query', '<?p=1>; rel="next"'],
  ])('is found %s', (_where, header) => {
    expect(nextLink(header, base)).toBe(page2)
  })

  test('may have a comma in its address', () => {
    expect(nextLink('<https://x.example/?a=1,2>; rel="next"', base)).toBe(
      'https://x.example/?a=1,2',
    )
  })

  test.each([
    ['no header', null],
    ['an empty one', ''],
    ['another relation', `<${page2}>; rel="prev"`],
    ['a relation that only begins so', `<${page2}>; rel="next-archive"`],
    ['the same without quotes', `<${page2}>; rel=next-archive`],
    ['a relation that only ends so', `<${page2}>; rel="https://x.example/rel/next"`],
    ['a title that says so', `<${page2}>; title="rel=next"; rel="prev"`],
    ['a second rel, which does not count', `<${page2}>; rel="prev"; rel="next"`],
    ['no relation', `<${page2}>`],
    ['an address that is none', '<http://>; rel="next"'],
    ['garbage', 'next'],
  ])('is not there with %s', (_what, header) => {
    expect(nextLink(header, base)).toBeUndefined()
  })

  test('is sought in no more than a moment, however long the header', () => {
    const started = performance.now()
    nextLink(`<${page2}>${'; a'.repeat(20_000)}`, base)
    nextLink(`<${page2}>; a="${'; b='.repeat(20_000)}`, base)
    nextLink('<'.repeat(20_000), base)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
