import { describe, expect, test } from 'vitest'
import { exportCitations } from '../../../../lib/library/cite/export.ts'
import type { CiteWhat } from '../../../../lib/model/citation.ts'
import { makeIds, makePaper, makeSaved } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

const now = Date.parse('2026-11-25T12:00:00Z')

/** Three papers of the feed, of which the second and the third are saved, the third last. */
async function openLibrary() {
  const db = openDatabase()
  const papers = makeIds(3).map((id) => makePaper({ id, title: `Nothing ${id}` }))
  await db.papers.bulkPut(papers)
  await db.saved.bulkPut([
    makeSaved({ id: '2608.00002', savedAt: 1, record: papers[1], tags: ['thesis'], note: 'Mine.' }),
    makeSaved({ id: '2608.00003', savedAt: 2, record: papers[2], tags: ['a/b: ünï', 'thesis'] }),
  ])
  return db
}

const idsIn = (text: string) => [...text.matchAll(/eprint=\{(.*?)\}/g)].map(([, id]) => id)

test.each<[string, CiteWhat, string[], string]>([
  ['one paper', { ids: ['2608.00001'] }, ['2608.00001'], 'one2026260800001.bib'],
  [
    'a selection, in its order',
    { ids: ['2608.00003', '2608.00001'] },
    ['2608.00003', '2608.00001'],
    'paperboy-2-papers-2026-11-25.bib',
  ],
  [
    'a tag, last saved first',
    { tag: 'thesis' },
    ['2608.00003', '2608.00002'],
    'paperboy-thesis-2026-11-25.bib',
  ],
  [
    'a tag with odd letters',
    { tag: 'a/b: ünï' },
    ['2608.00003'],
    'paperboy-a-b-ünï-2026-11-25.bib',
  ],
  [
    'all that is saved',
    { isAllSaved: true },
    ['2608.00003', '2608.00002'],
    'paperboy-saved-2026-11-25.bib',
  ],
])('%s is exported', async (_what, what, ids, fileName) => {
  const made = await exportCitations(await openLibrary(), what, 'bibtex', now)
  expect(made.text).toMatch(/^@misc\{.*\n\}\n$/s)
  expect(idsIn(made.text)).toEqual(ids)
  expect(made).toMatchObject({ fileName, count: ids.length, missing: 0 })
})

test('a saved paper takes its tags and its note along, one of the feed has none', async () => {
  const db = await openLibrary()
  const what = { ids: ['2608.00001', '2608.00002'] }
  const { text } = await exportCitations(db, what, 'bibtex', now)
  expect(text.match(/keywords|annote/g)).toEqual(['keywords', 'annote'])
  expect(text).toContain('keywords={thesis}')
  expect(text).toContain('annote={Mine.}')
})

test('the reader’s own copy is cited, with what arXiv told since', async () => {
  const db = await openLibrary()
  await db.papers.put(
    makePaper({ id: '2608.00002', title: 'Renamed', primaryClass: 'cs.CL', doi: '10.1/a' }),
  )
  const { text } = await exportCitations(db, { ids: ['2608.00002'] }, 'bibtex', now)
  expect(text).toContain('title={Nothing 2608.00002}')
  expect(text).toContain('primaryClass={cs.CL}')
  expect(text).toContain('doi={https://doi.org/10.1/a}')
})

test('what is nowhere on this disk is counted', async () => {
  const what = { ids: ['2608.00001', '2608.09999'] }
  const made = await exportCitations(await openLibrary(), what, 'ris', now)
  expect(made).toMatchObject({ count: 1, missing: 1, fileName: 'one2026260800001.ris' })
})

describe('more papers than one lot', () => {
  test('are all there, once, with keys of their own', async () => {
    const db = openDatabase()
    const ids = makeIds(250)
    await db.papers.bulkPut(ids.map((id) => makePaper({ id, title: 'Nothing' })))
    const { text, count } = await exportCitations(db, { ids }, 'bibtex', now)
    expect(idsIn(text)).toEqual(ids)
    expect(count).toBe(250)
    expect(new Set(text.match(/@misc\{.*/g)).size).toBe(250)
  })

  test('are one list of CSL-JSON', async () => {
    const db = openDatabase()
    const ids = makeIds(250)
    await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
    const { text } = await exportCitations(db, { ids }, 'csl-json', now)
    expect(JSON.parse(text)).toHaveLength(250)
  })
})
