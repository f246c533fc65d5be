import { describe, expect, test } from 'vitest'
import { completeFrom, keepPaper } from '../../../lib/db/pending.ts'
import { releasePapers, restorePapers } from '../../../lib/db/released.ts'
import { makeBackup } from '../../../lib/library/backup/make-backup.ts'
import { bringIn } from '../../../lib/library/bring-in/bring-in.ts'
import { previewOf } from '../../../lib/library/bring-in/preview.ts'
import { readAll } from '../../../lib/library/bring-in/read-all.ts'
import { citationsOf } from '../../../lib/library/cite/citations.ts'
import { applyLibrary, readLibrary } from '../../../lib/library/merge/apply.ts'
import { storeLost } from '../../../lib/library/store-records.ts'
import { readPaperCopy } from '../../../lib/sources/paper-copy.ts'
import { syncWithBrowser } from '../../../lib/sync-library/browser-sync.ts'
import { SharedItems } from '../../support/library/shared-items.ts'
import { makePaper, withoutStamps } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { anthologyPaper, journalPaper, reviewedPaper, savedOfSite } from '../papers-of-sites.ts'

const { id } = anthologyPaper
const all = [anthologyPaper, reviewedPaper, journalPaper]

describe('a paper of another site', () => {
  test('is kept whole with what its page says, and by its link alone with its year', async () => {
    const db = openDatabase()
    const page = { id, record: anthologyPaper, savedFrom: 'page' } as const
    expect(await keepPaper(db, page, 9)).toMatchObject({ result: 'saved' })
    expect(await db.saved.get(id)).toMatchObject({ record: { ...anthologyPaper, firstSeenAt: 9 } })
    expect(await db.saved.get(id)).not.toHaveProperty('pendingSince')
    expect(await keepPaper(db, page, 10)).toMatchObject({ result: 'already', savedAt: 9 })
    const link = { id: 'acl:P19-1001', savedFrom: 'link' } as const
    expect(await keepPaper(db, link, 9)).toMatchObject({ result: 'pending', isOfSite: true })
    expect(await db.saved.get(link.id)).toMatchObject({
      ...{ pendingSince: 9, record: { title: 'ACL Anthology P19-1001', datedTo: 'year' } },
    })
    expect(await db.papers.count()).toBe(0)
  })

  test('saved by its link is made whole by its page, what the reader wrote untouched', async () => {
    const db = openDatabase()
    await keepPaper(db, { id, savedFrom: 'link' }, 9)
    await db.saved.update(id, { note: 'Mine' })
    await completeFrom(db, anthologyPaper, 10)
    const saved = await db.saved.get(id)
    expect(saved).toMatchObject({ note: 'Mine', savedAt: 9, record: anthologyPaper })
    expect(saved).not.toHaveProperty('pendingSince')
    // One that is whole stays as it is.
    await completeFrom(db, { ...anthologyPaper, title: 'Another' }, 11)
    expect((await db.saved.get(id))?.record.title).toBe(anthologyPaper.title)
  })

  test('read before its page was there in full gets the rest when that is opened again', async () => {
    const db = openDatabase()
    const half = { ...anthologyPaper, abstract: '', authors: [], authorCount: 0 }
    await keepPaper(db, { id, record: half, savedFrom: 'page' }, 9)
    await completeFrom(db, anthologyPaper, 10)
    expect(await db.saved.get(id)).toMatchObject({ record: { ...anthologyPaper, firstSeenAt: 9 } })
  })

  test('is made whole by a second save, too, and when it comes back from the bin', async () => {
    const db = openDatabase()
    await keepPaper(db, { id, savedFrom: 'link' }, 9)
    await releasePapers(db, [id], 10)
    await keepPaper(db, { id, record: anthologyPaper, savedFrom: 'page' }, 11)
    expect(await db.saved.get(id)).toMatchObject({ record: anthologyPaper, savedAt: 11 })
    await releasePapers(db, [id], 12)
    await restorePapers(db, [id])
    expect(await db.saved.get(id)).toMatchObject({ record: anthologyPaper })
  })

  test('never gets among the papers of the feed', async () => {
    const db = openDatabase()
    await db.saved.put(savedOfSite(anthologyPaper))
    await storeLost(db)
    expect(await db.papers.count()).toBe(0)
  })
})

describe('papers of other sites', () => {
  const rows = all.map((paper, i) => savedOfSite(paper, { note: `Note ${i}`, tags: ['zebra'] }))

  test('come back from a backup as they were', async () => {
    const [a, b] = [openDatabase(), openDatabase()]
    await a.saved.bulkPut(rows)
    await a.saved.put(savedOfSite({ ...anthologyPaper, id: 'acl:P19-1001' }))
    await releasePapers(a, ['acl:P19-1001'], Date.now())
    const { file: made } = await makeBackup(a)
    const file = await readAll(await made.text())
    expect(file.unreadable).toEqual([])
    await bringIn({ db: b, entries: file.entries, ...(file.rest && { rest: file.rest }) })
    for (const table of ['saved', 'released', 'tombstones', 'papers'] as const) {
      expect(await b[table].toArray()).toEqual(await a[table].toArray())
    }
  })

  test('come to another machine, with their records where these come along', async () => {
    const [a, b] = [openDatabase(), openDatabase()]
    await a.saved.bulkPut(rows)
    const records = rows.map(({ record }) => readPaperCopy(JSON.parse(JSON.stringify(record))))
    expect(records).toEqual(rows.map(({ record }) => record))
    const byId = new Map(rows.map(({ id, record }) => [id, record]))
    await applyLibrary(b, await readLibrary(a), byId)
    expect(withoutStamps(await b.saved.toArray())).toEqual(withoutStamps(await a.saved.toArray()))
  })

  test('come by the browser’s sync with their ids, until a record comes', async () => {
    const [a, b] = [openDatabase(), openDatabase()]
    const store = new SharedItems()
    await a.saved.bulkPut(rows)
    await syncWithBrowser(a, store)
    await syncWithBrowser(b, store)
    expect(await b.saved.get(id)).toMatchObject({
      ...{ note: 'Note 0', tags: ['zebra'], pendingSince: expect.any(Number) },
      record: { title: 'ACL Anthology 2024.acl-long.12' },
    })
    await applyLibrary(b, await readLibrary(a), new Map([[id, makePaper(anthologyPaper)]]))
    expect(await b.saved.get(id)).toMatchObject({ record: { title: anthologyPaper.title } })
  })

  test.each(['bibtex', 'biblatex', 'ris', 'csl-json'] as const)(
    'with a note on a paper of arXiv are no other in %s',
    async (format) => {
      const paper = makePaper(anthologyPaper)
      const note = 'Better than arXiv:1706.03762'
      const { entries } = await readAll(citationsOf([{ paper, note }], format))
      expect(entries.map((entry) => entry.id)).toEqual([id])
    },
  )

  test.each(['bibtex', 'biblatex', 'ris', 'csl-json'] as const)(
    'are brought in from the %s that they were cited in',
    async (format) => {
      const text = citationsOf(
        rows.map(({ record, tags, note }) => ({ paper: record, tags, ...(note && { note }) })),
        format,
      )
      const db = openDatabase()
      const file = await readAll(text)
      expect(file.unreadable).toEqual([])
      await bringIn({ db, entries: file.entries, now: 5 })
      for (const { id, record, tags, note } of rows) {
        const saved = await db.saved.get(id)
        const { firstSeenAt: _, ...said } = record
        // BibTeX, as arXiv writes it, has no abstract and no day.
        const isTex = format.startsWith('bib')
        expect(saved?.record).toMatchObject({
          ...said,
          ...(isTex && { abstract: '' }),
          ...(format === 'bibtex' && id === reviewedPaper.id && { publishedAt: Date.UTC(2023, 8) }),
        })
        expect(saved).toMatchObject({ tags, note })
        expect(saved).not.toHaveProperty('pendingSince')
      }
      expect(await db.papers.count()).toBe(0)
    },
  )

  test('are brought in from the Anthology’s and OpenReview’s own BibTeX', async () => {
    const text = `@inproceedings{one-2019-zebras,
    title = "On {Z}ebras",
    author = "One, Ada  and  Two, Ben",
    booktitle = "Proceedings of the 57th Meeting on Zebras",
    month = jul, year = "2019", address = "Florence, Italy",
    url = "https://aclanthology.org/P19-1001/", doi = "10.18653/v1/P19-1001"
}
@article{three2023striped, title={Striped}, author={Cleo Three}, year={2023},
  journal={Transactions on Zebra Research}, url={https://openreview.net/forum?id=aBc\\_-12--3}, note={}}
@misc{four, title={By DOI}, author={Dora Four}, doi={10.18653/v1/2024.acl-long.13}}`
    const { entries, unreadable } = await readAll(text)
    expect(unreadable).toEqual([])
    expect(entries).toMatchObject([
      {
        ...{ id: 'acl:P19-1001', title: 'On Zebras', authors: ['Ada One', 'Ben Two'] },
        ...{ venue: 'Proceedings of the 57th Meeting on Zebras', doi: '10.18653/v1/P19-1001' },
        ...{ publishedAt: Date.UTC(2019, 6), datedTo: 'month' },
      },
      {
        ...{ id: 'openreview:aBc_-12--3', isInJournal: true, datedTo: 'year' },
        venue: 'Transactions on Zebra Research',
      },
      { id: 'acl:2024.acl-long.13', title: 'By DOI' },
    ])
    const db = openDatabase()
    await bringIn({ db, entries, now: 5 })
    expect((await db.saved.get('acl:2024.acl-long.13'))?.record.publishedAt).toBe(Date.UTC(2024))
  })

  test('are of arXiv where an entry names both', async () => {
    const text = `@inproceedings{k, title={Both}, eprint={2608.13210}, archivePrefix={arXiv},
      url={https://aclanthology.org/P19-1001/}}`
    const { entries } = await readAll(text)
    expect(entries.map(({ id }) => id)).toEqual(['2608.13210'])
  })

  test('are previewed by name where a list of links has no title', async () => {
    const text =
      'https://openreview.net/forum?id=aBc_-123\n[On Zebras](https://aclanthology.org/P19-1001)\n'
    const db = openDatabase()
    const { fresh } = await previewOf(db, await readAll(text))
    expect(fresh.map(({ id, title }) => [id, title])).toEqual([
      ['openreview:aBc_-123', 'OpenReview aBc_-123'],
      ['acl:P19-1001', 'On Zebras'],
    ])
  })
})
