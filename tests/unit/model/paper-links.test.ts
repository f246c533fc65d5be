import { expect, test } from 'vitest'
import { paperIdAt } from '../../../lib/model/paper-address.ts'
import { paperLinks, siteOf } from '../../../lib/model/paper-links.ts'

test('a paper lives on Hugging Face and arXiv', () => {
  expect(paperLinks({ id: '2608.13210' })).toEqual({
    home: 'https://huggingface.co/papers/2608.13210',
    huggingFace: 'https://huggingface.co/papers/2608.13210',
    site: 'arXiv',
    page: 'https://arxiv.org/abs/2608.13210',
    pdf: 'https://arxiv.org/pdf/2608.13210',
  })
})

test('its code and its page are linked where there are any', () => {
  const paper = { id: '2608.13210', repository: 'ada/nothing', projectUrl: 'https://ada.example/' }
  expect(paperLinks(paper)).toMatchObject({
    code: 'https://github.com/ada/nothing',
    project: 'https://ada.example/',
  })
})

test.each([
  ['https://huggingface.co', 'https://huggingface.co'],
  ['https://mirror.example/hf', 'https://mirror.example/hf'],
  ['http://127.0.0.1:8080', 'https://huggingface.co'],
  ['https://localhost:1', 'https://huggingface.co'],
  ['http://mirror.example', 'https://huggingface.co'],
])('the pages of %s are at %s', (endpoint, site) => {
  expect(siteOf(endpoint)).toBe(site)
  expect(paperLinks({ id: '2608.00001' }, site).huggingFace).toBe(`${site}/papers/2608.00001`)
})

test.each([
  ['waits to be looked up', { pendingSince: 5 }],
  ['Hugging Face does not have', { onlyOnArxiv: true } as const],
])('a paper that %s is read on arXiv', (_what, changes) => {
  const { home, page, huggingFace } = paperLinks({ id: '2608.13210', ...changes })
  expect(home).toBe(page)
  expect(huggingFace).toBeUndefined()
})

test.each([
  ['acl:2024.acl-long.12', 'ACL Anthology', 'https://aclanthology.org/2024.acl-long.12/'],
  ['openreview:aBc_-123', 'OpenReview', 'https://openreview.net/forum?id=aBc_-123'],
])('%s is read on %s', (id, site, page) => {
  const links = paperLinks({ id }, 'https://mirror.example')
  expect(links).toMatchObject({ home: page, page, site })
  expect(links).not.toHaveProperty('huggingFace')
  expect(paperIdAt(links.page)).toBe(id)
  expect(paperIdAt(links.pdf)).toBe(id)
})
