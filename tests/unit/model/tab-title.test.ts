import { expect, test } from 'vitest'
import { titleOfTab } from '../../../lib/model/tab-title.ts'

test.each([
  ['[2608.13210] A Paper: On Nothing', 'A Paper: On Nothing'],
  ['[2608.13210v2] A Paper', 'A Paper'],
  ['[math/0309136] A Paper', 'A Paper'],
  ['Paper page - A Paper', 'A Paper'],
  ['A Paper | OpenReview', 'A Paper'],
  ['A Paper | alphaXiv', 'A Paper'],
  ['A Paper - ACL Anthology', 'A Paper'],
  ['A Paper — ACL Anthology', 'A Paper'],
  ['  A\n  Paper ', 'A Paper'],
  ['[Re] A Replication | OpenReview', '[Re] A Replication'],
  ['Foo - Bar | Baz', 'Foo - Bar | Baz'],
])('a tab called "%s" shows "%s"', (tab, title) => {
  expect(titleOfTab(tab)).toBe(title)
})

test.each([
  undefined,
  '',
  '2608.13210v2.pdf',
  '2608.13210',
  'arxiv.org/pdf/2608.13210',
  'https://arxiv.org/pdf/2608.13210',
  'openreview.net/pdf?id=abc',
  'Loading…',
  'OpenReview.pdf',
])('a tab called "%s" tells no title', (tab) => {
  expect(titleOfTab(tab)).toBeUndefined()
})
