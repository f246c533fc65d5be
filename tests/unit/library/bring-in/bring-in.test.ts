import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperboyDatabase } from '../../../../lib/db/database.ts'
import { releasePapers } from '../../../../lib/db/released.ts'
import { savePaper } from '../../../../lib/db/saved.ts'
import { bringIn } from '../../../../lib/library/bring-in/bring-in.ts'
import { previewOf } from '../../../../lib/library/bring-in/preview.ts'
import { readAll } from '../../../../lib/library/bring-in/read-all.ts'
import { joinNotes } from '../../../../lib/model/join-notes.ts'
import { readStamp, stampAt } from '../../../../lib/model/stamp.ts'
import { createFinder } from '../../../../lib/search/finder.ts'
import { findHits } from '../../../../lib/search/hits.ts'
import { makePaper, makeSaved } from '../../make-paper.ts'
import { openDatabase } from '../../open-database.ts'

const now = Date.parse('2026-11-25T08:00:00Z')

async function take(db: PaperboyDatabase, text: string) {
  const file = await readAll(text)
  return bringIn({ db, entries: file.entries, now, ...(file.rest && { rest: file.rest }) })
}

const entry = (id: string, fields = '') => `@misc{k, eprint={${id}}, title={A Title}${fields}}\n`

/** All that the database holds of the library and of what is searched. */
async function stateOf(db: PaperboyDatabase) {
  const tables = db.tables.filter(({ name }) => name !== 'indexState')
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])),
  )
}

describe('a paper that is new', () => {
  test('is saved with all that the file says, stamped, and found by its abstract', async () => {
    const db = openDatabase()
    const text = entry(
      '2608.13210',
      ', author={Ada One}, abstract={We upcycle sparsely.}, keywords={thesis}, annote={For Friday}, readstatus={read}, date-added={2026-09-01}',
    )
    expect(await take(db, text)).toEqual({ added: 1, changed: 0, pending: 0, ofSites: 0, bin: 0 })
    const [saved] = await db.saved.toArray()
    expect(saved).toEqual({
      id: '2608.13210',
      savedAt: Date.parse('2026-09-01'),
      savedFrom: 'import',
      record: makePaper({
        id: '2608.13210',
        title: 'A Title',
        abstract: 'We upcycle sparsely.',
        publishedAt: Date.UTC(2026, 7, 1),
        upvotes: 0,
        firstSeenAt: now,
      }),
      status: 'read',
      tags: ['thesis'],
      note: 'For Friday',
      stamps: { saved: expect.any(String) },
    })
    expect(readStamp(saved?.stamps.saved as string).ms).toBe(now)
    const hits = await findHits(db, createFinder(db), 'upcycle', 5)
    expect(hits.cards.map(({ id }) => id)).toEqual(['2608.13210'])
  })

  test('waits for its page where it is of a site that nobody can be asked for', async () => {
    const list = 'https://aclanthology.org/P19-1001/\n2608.13210'
    expect(await take(openDatabase(), list)).toMatchObject({ added: 2, pending: 1, ofSites: 1 })
  })

  test('waits to be looked up when the file has no more than its title', async () => {
    const db = openDatabase()
    expect(await take(db, '2608.13210\n1706.03762')).toMatchObject({ added: 2, pending: 2 })
    expect(await db.saved.where('pendingSince').equals(now).count()).toBe(2)
    expect((await db.saved.get('2608.13210'))?.record.title).toBe('arXiv 2608.13210')
    expect(await db.papers.count()).toBe(0)
  })

  test('has the record that is stored here, where there is one', async () => {
    const db = openDatabase()
    const paper = makePaper({ id: '2608.13210', upvotes: 9 })
    await db.papers.put(paper)
    await take(db, entry('2608.13210', ', author={Someone Else}, abstract={Other.}'))
    expect(await db.saved.get('2608.13210')).toMatchObject({ record: paper })
    expect(await db.papers.get('2608.13210')).toEqual(paper)
  })

  test('comes back though it was let go before, and its stamp is the later', async () => {
    const db = openDatabase()
    await db.papers.put(makePaper())
    await savePaper(db, '2608.00001', now + 50)
    await releasePapers(db, ['2608.00001'], now + 60)
    const stone = await db.tombstones.get('2608.00001')
    const file = await readAll('2608.00001')
    expect(await previewOf(db, file)).toMatchObject({ fresh: [{ id: '2608.00001' }], letGo: 1 })
    await take(db, '2608.00001')
    expect(await db.tombstones.count()).toBe(0)
    const saved = await db.saved.get('2608.00001')
    expect((saved?.stamps.saved as string) > (stone?.stamp as string)).toBe(true)
    // It lay in the bin with no more than it has now.
    expect(await db.released.count()).toBe(0)
  })
})

describe('a paper that is there', () => {
  const kept = makeSaved({
    id: '2608.13210',
    tags: ['mine'],
    note: 'My own note',
    status: 'reading',
  })

  test('gets tags and a note besides, each stamped, and nothing else', async () => {
    const db = openDatabase()
    await db.saved.put(kept)
    const text = entry(
      '2608.13210',
      ', keywords={thesis, mine}, annote={For Friday}, readstatus={read}',
    )
    expect(await previewOf(db, await readAll(text))).toMatchObject({
      fresh: [],
      changed: [{ id: '2608.13210', tags: ['thesis'], hasNote: true }],
    })
    expect(await take(db, text)).toMatchObject({ added: 0, changed: 1 })
    const stamp = (await db.libraryState.get('clock'))?.value
    const { last } = stamp as { last: string }
    expect(await db.saved.get('2608.13210')).toEqual({
      ...kept,
      tags: ['mine', 'thesis'],
      note: 'My own note\n\nFor Friday',
      stamps: { ...kept.stamps, tags: { thesis: last }, note: last },
    })
  })

  test('is not touched by a file that says nothing new of it', async () => {
    const db = openDatabase()
    await db.saved.put(kept)
    const before = await stateOf(db)
    const text = entry('2608.13210', ', keywords={mine}, annote={My own note}')
    expect(await take(db, text)).toMatchObject({ added: 0, changed: 0 })
    expect(await stateOf(db)).toEqual(before)
  })

  test('gets its record when it waited for one', async () => {
    const db = openDatabase()
    await take(db, '2608.13210')
    const text = entry('2608.13210', ', author={Ada One}, abstract={We upcycle.}')
    expect(await take(db, text)).toMatchObject({ added: 0, changed: 1 })
    const saved = await db.saved.get('2608.13210')
    expect(saved).toMatchObject({ record: { title: 'A Title', abstract: 'We upcycle.' } })
    expect(saved).not.toHaveProperty('pendingSince')
    expect(await db.papers.count()).toBe(1)
  })
})

test('the same file again changes nothing', async () => {
  const db = openDatabase()
  const text =
    entry('2608.13210', ', keywords={a}, annote={One}') +
    entry('2608.13210', ', keywords={b}, annote={Two}')
  expect(await readAll(text)).toMatchObject({
    entries: [{ tags: ['a', 'b'], note: 'One\n\nTwo' }],
    repeated: 1,
  })
  await take(db, text)
  const before = await stateOf(db)
  await take(db, text)
  expect(await stateOf(db)).toEqual(before)
})

test('a list in a note that comes back as one line, as TeX has it, is not added again', () => {
  const note = '**Key idea**: fewer  tokens\n\n- one\n- two\n\nThe end'
  expect(joinNotes(note, '**Key idea**: fewer tokens\n\n- one - two\n\nThe end')).toBe(note)
  expect(joinNotes(note, '- one - two')).toBe(note)
  expect(joinNotes(note, '- one - tw')).not.toBe(note)
})

test('notes are joined without loss, and joining again adds nothing', () => {
  const note = fc.option(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.') }), {
    nil: undefined,
  })
  fc.assert(
    fc.property(note, note, (first, second) => {
      const joined = joinNotes(first, second)
      const words = (text = '') => text.split(/\s+/).filter(Boolean)
      for (const each of [first, second]) {
        for (const word of words(each)) expect(words(joined)).toContain(word)
      }
      expect(joinNotes(joined, second)).toBe(joined)
      expect(joinNotes(joined, first)).toBe(joined)
    }),
  )
})

describe('bringing in many', () => {
  const text = Array.from({ length: 1000 }, (_, i) =>
    entry(`2608.${String(i + 1).padStart(5, '0')}`, ', author={Ada One}, abstract={We do it.}'),
  ).join('')

  test('says how far it is', async () => {
    const db = openDatabase()
    const { entries } = await readAll(text)
    const told: number[] = []
    await bringIn({ db, entries, onProgress: (done) => told.push(done) })
    expect(told.at(-1)).toBe(1000)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(5)
    expect(await db.saved.count()).toBe(1000)
  })

  test.each([
    ['is ended', (stop: AbortController) => stop.abort()],
    [
      'fails',
      () => {
        throw new Error('The disk is full.')
      },
    ],
  ])('leaves everything as it was when it %s', async (_how, happen) => {
    const db = openDatabase()
    await db.saved.put(makeSaved({ tags: ['mine'] }))
    const before = await stateOf(db)
    const { entries } = await readAll(text)
    const stop = new AbortController()
    const onProgress = (done: number) => void (done >= 500 && happen(stop))
    await expect(bringIn({ db, entries, signal: stop.signal, onProgress })).rejects.toThrow()
    expect(await stateOf(db)).toEqual(before)
  })

  test('is ended while it is still reading', async () => {
    const stop = new AbortController()
    stop.abort()
    const slow = Array.from({ length: 40 }, () => text).join('')
    await expect(readAll(slow, { signal: stop.signal })).rejects.toThrow('aborted')
  })
})

test('a paper that stands twice in a backup has the notes and tags of both', async () => {
  const row = (note: string, tag: string) =>
    JSON.stringify(
      makeSaved({ note, tags: [tag], stamps: { saved: stampAt(1), note: stampAt(2) } }),
    )
  const head = '{\n"paperboy":"backup",\n"version":1,\n"saved":[\n'
  const db = openDatabase()
  await take(db, `${head}${row('One', 'a')},\n${row('Two', 'b')}\n]}`)
  expect(await db.saved.toArray()).toMatchObject([
    { note: 'One\n\nTwo', tags: ['a', 'b'], stamps: { note: stampAt(2), tags: { b: stampAt(2) } } },
  ])
})

describe('a text that is made to stop the page', () => {
  const arxiv = 'eprint={2608.13210}, archivePrefix={arXiv}'
  const doubled = Array.from({ length: 30 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`)
  const texts = {
    'a bracket that is not closed': `@misc{k, ${arxiv}, note={[${'a'.repeat(100)}}}`,
    'strings made of strings': `@string{s0 = "aaaa"}\n${doubled.join('\n')}\n@misc{k, ${arxiv}}`,
    'nothing but lines': '\n'.repeat(200_000),
  }
  test.each(Object.entries(texts))('is read like any other: %s', async (_name, text) => {
    const began = performance.now()
    await readAll(text)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
