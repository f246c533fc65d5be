import { describe, expect, test, vi } from 'vitest'
import { completeSaved, keepPaper } from '../../../lib/db/pending.ts'
import { markRead } from '../../../lib/db/reads.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { setNote } from '../../../lib/db/saved-parts.ts'
import { storeLost } from '../../../lib/library/store-records.ts'
import type { Paper } from '../../../lib/model/paper.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { packRising } from '../../../lib/search/segment/rising-numbers.ts'
import { maintainIndex } from '../../../lib/search/store/maintain.ts'
import { rebuildStep, replaceOutdated, resetIndex } from '../../../lib/search/store/rebuild.ts'
import { indexVotes } from '../../../lib/search/store/write-segment.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

const papers: Paper[] = [
  makePaper({
    id: '2603.00001',
    title: 'Sparse Upcycling of Dense Checkpoints',
    abstract: 'We turn dense models into mixtures of experts, in few-shot settings.',
    authors: ['Zoë Müller', 'Ada One'],
    upvotes: 80,
    publishedAt: Date.parse('2026-03-02'),
    repository: 'lab/upcycling',
    keywords: ['mixture of experts'],
  }),
  makePaper({
    id: '2605.00002',
    title: 'DeepSeek-V3 and GPT-4o Compared',
    abstract: 'Experts compare two models. Dense retrieval is not upcycling.',
    authors: ['Bob Two'],
    upvotes: 10,
    publishedAt: Date.parse('2026-05-02'),
    organization: { name: 'hal', fullName: 'Halden Institute' },
  }),
  makePaper({
    id: '2607.00003',
    title: 'Training Llama-3.1 on $\\alpha$-Divergence',
    abstract: 'A trained model trains trainable trainers. 图像生成 is 文本.',
    authors: ['Cleo Three'],
    upvotes: 3,
    publishedAt: Date.parse('2026-07-02'),
  }),
]

async function open() {
  const db = openDatabase()
  await storePapers(db, papers)
  const finder = createFinder(db)
  const ids = async (query: string) => (await finder.find(query, 20)).papers.map(({ id }) => id)
  return { db, finder, ids }
}

const [first, second, third] = papers.map(({ id }) => id)

describe('a finder', () => {
  test.each([
    'is:',
    'is:u',
    '-is:sav',
    'has:',
    'sort:vo',
    'sort:',
    'after:',
    'after:2',
    'before:2026-',
    'in:we',
    'after:2026-1',
    'in:2026-W',
    'top:',
    'id:26',
    'id:P19',
    'id:P19-10',
    'id:2024.acl-long',
    'id:acl:',
    'id: 26',
    'id: ',
    'title:',
    'title: ',
    'author: ',
    'note:',
    'note: ',
  ])('keeps what it found while %s is being typed', async (operator) => {
    const { finder, ids } = await open()
    expect(await ids(`dense ${operator}`)).toEqual([first, second])
    const { total, isRelaxed } = await finder.find(`dense ${operator}`, 20)
    expect({ total, isRelaxed }).toEqual({ total: 2, isRelaxed: false })
  })

  test.each(['"dense mod', '"dense models', '“dense models”', '"few-sho', 'experts "dense m'])(
    'finds a phrase as %s is typed',
    async (query) => {
      const { ids } = await open()
      expect(await ids(query)).toEqual([first])
    },
  )

  test.each(['in:2026-W10', 'in:2026-w10', 'after:2026-02 before:2026-04', 'in:2026-03-02'])(
    'takes %s for days',
    async (dates) => {
      const { ids } = await open()
      expect(await ids(dates)).toEqual([first])
    },
  )

  test.each(['in:1999', 'before:1999-06', 'after:1998 before:2000-01-01', 'in:1999-01-02'])(
    'takes %s for days, too',
    async (dates) => {
      const { db, ids } = await open()
      const id = 'hep-th/9901001'
      await storePapers(db, [makePaper({ id, publishedAt: Date.UTC(1999, 0, 2) })])
      expect(await ids(dates)).toEqual([id])
    },
  )

  test('reads an operator that cannot be understood as words, once it is left', async () => {
    const { ids } = await open()
    expect(await ids('after:banana')).toEqual([])
    expect(await ids('dense sort:zzz ')).toEqual(await ids('dense zzz '))
  })

  test('leaves out what is more than one word in the index, and finds it as a phrase', async () => {
    const { db, ids } = await open()
    const texts = [
      'model 图像生成模型 encoder/decoder',
      'model 图像 像生 生成 decoder of an encoder',
    ]
    await storePapers(
      db,
      texts.map((title, i) => makePaper({ id: `2608.1000${i}`, title })),
    )
    const [one, two] = ['2608.10000', '2608.10001']
    expect(await ids('title:model -图像生成')).toEqual([two])
    expect(await ids('title:model -title:图像生成')).toEqual([two])
    expect(await ids('title:model -encoder/decoder')).toEqual([two])
    expect(await ids('"encoder/decoder"')).toEqual([one])
    expect((await ids('"图像生成"')).sort()).toEqual([third, one])
  })

  test.each([
    ['$L_0$ norms', 1],
    ['\\textbf{Attention} in $L_0$', 1],
    ['"$\\mathcal{O}(n)$ \\textbf{Attention} in $L_0$"', 1],
    ['title:$L_0$', 1],
    ['norms -$L_0$', 0],
  ])('reads TeX as words: %s', async (query, count) => {
    const { db, finder } = await open()
    const title = 'On $\\mathcal{O}(n)$ \\textbf{Attention} in $L_0$ Norms'
    await storePapers(db, [makePaper({ id: '2608.10000', title })])
    expect(await finder.find(query, 5)).toMatchObject({ total: count, isRelaxed: false })
    await resetIndex(db)
    expect(await finder.find(query, 5)).toMatchObject({ total: count })
  })

  test('heeds what stands after more words than it looks for', async () => {
    const { db, ids } = await open()
    const many = Array.from({ length: 70 }, (_, i) => `word${i}x`).join(' ')
    await storePapers(db, [
      makePaper({ id: '2608.10000', title: many, repository: 'lab/code' }),
      makePaper({ id: '2608.10001', title: many }),
      makePaper({ id: '2608.10002', title: `${many} banana` }),
    ])
    expect(await ids(`${many} -has:code -banana`)).toEqual(['2608.10001'])
  })

  test('shows the counts that were stored last', async () => {
    const { db, finder } = await open()
    await finder.find('sparse upcycling', 20)
    await db.papers.update(first as string, { upvotes: 99 })
    const { papers } = await finder.find('sparse upcycling', 20)
    expect(papers[0]?.upvotes).toBe(99)
  })

  test('finds only papers with all the words where they come in another order', async () => {
    const { db, finder } = await open()
    const titles = ['alphabet kestrel monolith quartz', 'alphabet kestrel', 'monolith quartz']
    await storePapers(
      db,
      titles.map((title, i) => makePaper({ id: `2608.1000${i}`, title })),
    )
    for (const order of ['new', 'votes']) {
      const { papers } = await finder.find(`alphabet kestrel monolith quartz sort:${order}`, 20)
      expect(papers.map(({ id }) => id)).toEqual(['2608.10000'])
    }
  })

  test('puts the newest first where only what is left out is asked for', async () => {
    const { db, ids } = await open()
    await storePapers(db, [makePaper({ id: '2301.10001' }), makePaper({ id: '2608.10001' })])
    await storePapers(db, [makePaper({ id: '2401.10001' }), makePaper({ id: '2401.10002' })])
    const newest = await ids('-banana')
    expect(newest).toEqual(newest.toSorted().reverse())
  })

  test('answers while the database is still being made', async () => {
    const db = openDatabase()
    const opening = db.open()
    const finders = Array.from({ length: 40 }, () => createFinder(db))
    const answers: Promise<unknown>[] = []
    for (const finder of finders) {
      answers.push(finder.find('zebra', 20))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await opening
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ total: 0 })
  })

  test('answers again after a read that failed', async () => {
    const { db, finder } = await open()
    await storePapers(db, [makePaper({ id: '2608.10001', title: 'Dense Zebra' })])
    const { getAll } = IDBObjectStore.prototype
    const spy = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = getAll.apply(this, args)
      const { transaction } = this
      if (this.name === 'segmentBlocks') request.onsuccess = () => transaction.abort()
      return request
    })
    await expect(finder.find('dense', 20)).rejects.toThrow()
    spy.mockRestore()
    expect((await finder.find('dense', 20)).total).toBe(3)
  })

  test('looks into the notes of what is saved, when asked to', async () => {
    const { db, ids } = await open()
    for (const id of [first, second] as string[]) await savePaper(db, id, 1)
    await setNote(db, first as string, 'For the **Zürich** talk: slide 3')
    await setNote(db, second as string, 'Cite in the survey')
    expect(await ids('note:zurich')).toEqual([first])
    expect(await ids('note:"zurich talk"')).toEqual([first])
    expect(await ids('note:"talk zurich"')).toEqual([])
    expect(await ids('experts note:surv')).toEqual([second])
    expect(await ids('experts -note:survey')).toEqual([first])
    expect(await ids('note:the note:cite')).toEqual([second])
    expect(await ids('note:')).toEqual([])
    await resetIndex(db)
    expect(await ids('note:zurich')).toEqual([first])
  })

  test.each([
    ['upcycling', [first, second]],
    ['sparse upcycling', [first]],
    ['müller', [first]],
    ['muller', [first]],
    ['author:dense', []],
    ['title:dense', [first]],
    ['abs:dense', [first, second]],
    ['org:halden', [second]],
    ['tag:mixture', [first]],
    ['"mixtures of experts"', [first]],
    ['"experts mixtures"', []],
    ['experts -sparse', [second]],
    ['"dense checkpoints"', [first]],
    ['"Sparse Upcycling of Dense Checkpoints"', [first]],
    ['"ada one"', [first]],
    ['"we turn dense"', [first]],
    ['dense -"mixtures of experts"', [second]],
    ['dense -"dense checkpoints"', [second]],
    ['models -few-shot', [second, third]],
    ['dense -has:code', [second]],
    ['dense -is:saved', [first, second]],
    ['id:2603.00001 sparse', [first]],
    ['id:2603.00001 retrieval', []],
    ['-constructor:"foo bar" dense', [first, second]],
    ['constructor:foo', []],
    ['few-shot', [first]],
    // The first letter of a next word decides nothing yet; a word of one letter does.
    ['sparse z', [first]],
    ['fewshot', [first]],
    ['few shot', [first]],
    ['gpt-4o', [second]],
    ['gpt4o', [second]],
    ['deepseek', [second]],
    ['deep', [second]],
    ['llama 3.1', [third]],
    ['llama-3.1', [third]],
    ['alpha', [third]],
    ['图像', [third]],
    ['图像llama', [third]],
    ['图像生成 model', [third]],
    ['2605.00002', [second]],
    ['https://arxiv.org/abs/2605.00002v3', [second]],
    ['id:2605.00002', [second]],
    ['id: 2605.00002', [second]],
    ['id:"2605.00002"', [second]],
    ['[2605.00002]', [second]],
    ['2605.00002,', [second]],
    ['arXiv:2605.00002v1 [cs.CL] 12 May 2026', [second]],
    ['has:code dense', [first]],
    ['models after:2026-04', [second, third]],
    ['models in:2026-05', [second]],
    ['model before:2026-04', [first]],
    ['top:50', [first]],
    ['top:5 sort:new', [second, first]],
    ['sort:votes models', [first, second, third]],
    ['upcyclin', [first, second]],
    ['upcyclnig dense', [first, second]],
    ['pcycling', [first, second]],
    // Mistyped, and not yet whole: a beginning of the word is one edit away.
    ['upcyli', [first, second]],
    ['dense retreiv', [second]],
    // A space may follow the name of a field; a date may have strokes.
    ['title: dense', [first]],
    ['-title: dense experts', [second]],
    ['author: "ada one"', [first]],
    ['models in:2026/05', [second]],
    ['', []],
    ['""" -', []],
    ['title:', []],
    ['zebra', []],
  ])('asked for %j finds the right papers', async (query, expected) => {
    const { ids } = await open()
    const found = await ids(query)
    if (query.includes('sort:')) expect(found).toEqual(expected)
    else expect(found.sort()).toEqual(expected)
  })

  test('prefers the title, and the word itself to its other forms', async () => {
    const { ids } = await open()
    expect((await ids('dense upcycling'))[0]).toBe(first)
    expect(await ids('training')).toEqual([third])
    expect(await ids('trainings')).toEqual([third])
  })

  test('takes a word that is not there for a misspelling before it takes it for a form', async () => {
    const { db, ids } = await open()
    const titles = [
      'Reinforcement One',
      'Reinforcement Two',
      'Reinforcement Three',
      'Reinforcing Four',
    ]
    await storePapers(
      db,
      titles.map((title, i) => makePaper({ id: `2608.1000${i}`, title, abstract: 'Of steel.' })),
    )
    expect((await ids('reinforcment steel')).at(-1)).toBe('2608.10003')
    expect(await ids('reinforcment steel')).toHaveLength(4)
  })

  test('falls back to most of the words, and says so', async () => {
    const { finder } = await open()
    expect(await finder.find('sparse upcycling zebra', 20)).toMatchObject({
      isRelaxed: true,
      papers: [{ id: first }],
    })
    expect((await finder.find('sparse upcycling', 20)).isRelaxed).toBe(false)
  })

  test('knows what is saved and what was opened', async () => {
    const { db, ids } = await open()
    await savePaper(db, second as string, 1)
    await markRead(db, first as string, 1)
    expect(await ids('is:saved')).toEqual([second])
    expect((await ids('is:unread upcycling')).sort()).toEqual([second])
  })

  test('finds a paper by its new words, and no longer by its old ones', async () => {
    const { db, ids } = await open()
    await storePapers(db, [{ ...(papers[0] as Paper), title: 'Renamed Altogether' }])
    expect(await ids('renamed')).toEqual([first])
    expect(await ids('title:sparse')).toEqual([])
    expect((await ids('upcycling')).sort()).toEqual([second])
  })

  test('does not take a paper for holding words it does not, however often it is stored', async () => {
    const { db, finder } = await open()
    const common = Array.from({ length: 5 }, (_, i) =>
      makePaper({ id: `2608.1000${i}`, title: 'A model beats other models' }),
    )
    await storePapers(db, common)
    await storePapers(
      db,
      common.map((paper) => ({ ...paper, tldr: 'Models.' })),
    )
    expect((await finder.find('models zebra', 20)).isRelaxed).toBe(true)
    expect((await finder.find('models z', 20)).isRelaxed).toBe(false)
    expect((await finder.find('models z ', 20)).isRelaxed).toBe(true)
  })

  test.each([
    ['title:dense', [first]],
    ['dense has:code', [first]],
    ['dense -sparse', [second]],
    ['id:2603.00001', [first]],
    ['dense sort:new', [second, first]],
    ['"dense checkpoints"', [first]],
    ['dense -"sparse"', [second]],
    ['title:"dense"', [first]],
    ['title:"experts"', []],
  ])('understands %j while the index is built anew, too', async (query, expected) => {
    const { db, ids } = await open()
    await resetIndex(db)
    expect(await ids(query)).toEqual(expected)
  })

  test('reads all the text while the index is built anew, and finds the same after', async () => {
    const { db, ids } = await open()
    await resetIndex(db)
    expect(await ids('sparse upcycling')).toEqual([first])
    await maintainIndex(db)
    expect(await db.indexState.count()).toBe(0)
    expect(await ids('sparse upcycling')).toEqual([first])
  })

  test('answers from the old index while one of a new make is built, new papers included', async () => {
    const { db, ids } = await open()
    await db.segments.toCollection().modify({ analysis: 0 })
    await replaceOutdated(db)
    const late = makePaper({ id: '2608.00004', title: 'Sparse Upcycling Again' })
    await storePapers(db, [late])
    // Texts that are read through would be found; those of the index are what is asked for.
    await db.papers.update(first as string, { title: 'Renamed', abstract: '' })
    expect((await ids('sparse upcycling')).sort()).toEqual([first, late.id])
    await rebuildStep(db)
    expect((await ids('sparse upcycling')).sort()).toEqual([first, late.id])
    await maintainIndex(db)
    expect(await ids('sparse upcycling')).toEqual([late.id])
    expect((await db.segments.toArray()).map(({ analysis }) => analysis)).not.toContain(0)
    expect(await db.indexState.count()).toBe(0)
  })

  test('reads all the text when the index is of a layout it does not know', async () => {
    const { db, ids } = await open()
    await db.segments.toCollection().modify({ format: 99, pageCount: 0 })
    expect(await ids('sparse upcycling')).toEqual([first])
    await maintainIndex(db)
    expect(await db.segments.count()).toBe(1)
    expect(await ids('sparse upcycling')).toEqual([first])
  })

  test('takes new papers and new upvotes beside an index of a layout it does not know', async () => {
    const { db, ids } = await open()
    await db.segments.toCollection().modify({ format: 99 })
    await db.segmentColumns.toCollection().modify({ values: 'of another kind' } as never)
    const late = makePaper({ id: '2608.00004', title: 'Sparse Upcycling Again' })
    await storePapers(db, [late, papers[0] as Paper])
    await indexVotes(db, [{ ...(papers[0] as Paper), upvotes: 9 }])
    expect((await ids('sparse upcycling')).sort()).toEqual([first, late.id])
    await maintainIndex(db)
    expect((await ids('sparse upcycling')).sort()).toEqual([first, late.id])
  })

  test.each([
    ['ids', 'upcycling', packRising(Uint32Array.of())],
    ['days', 'upcycling after:2026-04', new Uint16Array(9)],
  ] as const)(
    'notices %s of other papers, and the index is built anew',
    async (name, query, values) => {
      const { db, ids } = await open()
      const expected = await ids(query)
      for (const row of await db.segmentColumns.filter((row) => row.name === name).toArray()) {
        await db.segmentColumns.put({ ...row, values })
      }
      expect((await createFinder(db).find(query, 5)).papers.map(({ id }) => id)).toEqual(expected)
      await vi.waitFor(async () => expect(await db.indexState.get('rebuild')).toBeDefined())
    },
  )

  test.each(['segmentBlocks', 'segmentColumns'] as const)(
    'notices that rows of %s are gone, and the index is built anew',
    async (table) => {
      const { db, ids } = await open()
      await db.table(table).clear()
      expect(await ids('sparse upcycling')).toEqual([first])
      await vi.waitFor(async () => expect(await db.indexState.get('rebuild')).toBeDefined())
    },
  )

  test.each([
    ['turned over', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 2 ? byte ^ 0xff : byte))],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['emptied', () => new Uint8Array()],
  ])('notices blocks that were %s, and the index is built anew', async (_, damage) => {
    const { db, ids } = await open()
    for (const row of await db.segmentBlocks.toArray()) {
      await db.segmentBlocks.put({ ...row, bytes: damage(row.bytes) as typeof row.bytes })
    }
    expect(await ids('sparse upcycling')).toEqual([first])
    await vi.waitFor(async () => expect(await db.indexState.get('rebuild')).toBeDefined())
    await maintainIndex(db)
    expect(await createFinder(db).find('sparse upcycling', 5)).toMatchObject({ total: 1 })
  })

  test('never seals damaged postings anew: a merge that meets them builds the index of the papers', async () => {
    const db = openDatabase()
    for (let lot = 0; lot < 2; lot++) {
      const ids = Array.from({ length: 60 }, (_, i) => `2608.${lot}${String(i).padStart(4, '0')}`)
      await storePapers(
        db,
        ids.map((id, i) => makePaper({ id, title: `Amber word${lot}x${i}` })),
      )
    }
    const page = await db.segmentBlocks.filter(({ list }) => list === 'postings').first()
    if (!page) expect.fail('There are no postings.')
    await db.segmentBlocks.put({ ...page, bytes: page.bytes.map((byte, i) => (i < 80 ? 1 : byte)) })
    await maintainIndex(db)
    const { find } = createFinder(db)
    for (const word of ['word0x7', 'word0x42', 'word1x30']) {
      expect(await find(`${word} `, 5)).toMatchObject({ total: 1 })
    }
    expect(await find('amber ', 5)).toMatchObject({ total: 120 })
  })

  test('has the newer of equals first, also when older ones were stored again', async () => {
    const db = openDatabase()
    const equals = Array.from({ length: 1500 }, (_, i) =>
      makePaper({
        id: `${2301 + Math.floor(i / 150)}.${10_000 + i}`,
        title: `Amber ${['one', 'two', 'three'][i % 3]}`,
      }),
    )
    await storePapers(db, equals)
    await storePapers(
      db,
      equals.slice(30, 60).map((paper) => ({ ...paper, tldr: 'Things.' })),
    )
    const found = await createFinder(db).find('title:amber ', 20)
    const months = new Set(found.papers.map(({ id }) => id.slice(0, 4)))
    expect([...months]).toEqual(['2310'])
  })

  test('is made anew where one of an older layout answers while another is built', async () => {
    const { db, ids } = await open()
    await db.segments.toCollection().modify({ format: 99 })
    await db.segmentColumns.toCollection().modify({ values: 'of another kind' } as never)
    const value = { afterId: '', building: 2, answering: 0 }
    await db.indexState.put({ name: 'rebuild', value })
    await maintainIndex(db)
    expect(await db.indexState.count()).toBe(0)
    expect(await ids('sparse upcycling')).toEqual([first])
  })

  test('shows the same papers first when more are asked for', async () => {
    const db = openDatabase()
    const many = Array.from({ length: 150 }, (_, i) =>
      makePaper({
        id: `2608.${10_000 + i}`,
        title: i % 3 === 0 ? 'Sparse Attention' : 'Attention That Is Sparse',
        upvotes: i,
      }),
    )
    await storePapers(db, many)
    const finder = createFinder(db)
    const all = await finder.find('sparse attention', 150)
    expect(all.papers.length).toBe(150)
    for (const limit of [20, 40, 60, 100]) {
      const some = await finder.find('sparse attention', limit)
      expect(some.papers).toEqual(all.papers.slice(0, limit))
      expect(some.total).toBe(150)
    }
  })

  test('says that there may be more papers with a phrase than it has read', async () => {
    const db = openDatabase()
    await storePapers(
      db,
      Array.from({ length: 90 }, (_, i) =>
        makePaper({ id: `2608.${10_000 + i}`, title: 'Sparse Attention' }),
      ),
    )
    const finder = createFinder(db)
    const some = await finder.find('"sparse attention"', 20)
    expect(some.papers.length).toBe(20)
    expect(some).toMatchObject({ isAtLeast: true })
    expect(await finder.find('"sparse attention"', 90)).toMatchObject({
      total: 90,
      isAtLeast: false,
    })
  })

  test('gives up when it is told that nobody waits any more', async () => {
    const { finder } = await open()
    const reason = new Error('Another key was pressed.')
    const controller = new AbortController()
    const answer = finder.find('sparse', 5, controller.signal)
    controller.abort(reason)
    await expect(answer).rejects.toBe(reason)
    await expect(finder.find('sparse', 5, AbortSignal.abort(reason))).rejects.toBe(reason)
    expect((await finder.find('sparse', 5)).total).toBe(1)
  })
})

test('a database that cannot be opened is told as what it is, and asked again the next time', async () => {
  const db = openDatabase()
  const open = vi.spyOn(db, 'open').mockRejectedValue(new Error('The disk is full.'))
  const finder = createFinder(db)
  await expect(finder.find('upcycling', 5)).rejects.toThrow('The disk is full.')
  open.mockRestore()
  expect(await finder.find('upcycling', 5)).toMatchObject({ total: 0 })
})

describe('papers that wait to be looked up', () => {
  test('are found by their title and id, and in no other case', async () => {
    const { db, finder, ids } = await open()
    await keepPaper(db, { id: '2604.00007', title: 'Upcycling Zebras', savedFrom: 'link' }, 5)
    expect(await ids('zebras')).toEqual(['2604.00007'])
    expect(await ids('2604.00007')).toEqual(['2604.00007'])
    expect(await ids('upcycl zebras sort:new')).toEqual(['2604.00007'])
    expect(await ids('upcycling sort:new')).toEqual([second, '2604.00007', first])
    expect((await finder.find('upcycling', 20)).total).toBe(3)
    expect(await ids('zebras -upcycling')).toEqual([])
    expect(await ids('zebras before:2026-01')).toEqual([])
    expect((await finder.findSaved('zebras')).ids).toEqual(['2604.00007'])
    expect((await finder.findSaved('2604.00007')).ids).toEqual(['2604.00007'])
    expect((await finder.findSaved('checkpoints')).ids).toEqual([])
  })

  test('are found once when they have come', async () => {
    const { db, ids } = await open()
    const id = '2604.00007'
    await keepPaper(db, { id, title: 'Upcycling Zebras', savedFrom: 'link' }, 5)
    expect(await ids('zebras')).toEqual([id])
    await storePapers(db, [makePaper({ id, title: 'Upcycling Zebras, Whole' })])
    expect(await ids('zebras')).toEqual([id])
    await completeSaved(db, id)
    expect(await ids('zebras whole')).toEqual([id])
  })
})

test('saved papers that were lost from the store are found again once they are stored anew', async () => {
  const { db, finder } = await open()
  await savePaper(db, first as string, 5)
  await db.papers.delete(first as string)
  await storeLost(db)
  expect((await finder.findSaved('upcycling')).ids).toEqual([first])
  expect(await db.papers.count()).toBe(3)
})
