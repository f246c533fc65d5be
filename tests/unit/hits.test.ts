import { describe, expect, test } from 'vitest'
import { savePaper } from '../../lib/db/saved.ts'
import { setNote } from '../../lib/db/saved-parts.ts'
import type { Hit, MarkedText } from '../../lib/model/hit.ts'
import type { Paper } from '../../lib/model/paper.ts'
import { createFinder } from '../../lib/search/finder.ts'
import { findHits } from '../../lib/search/hits.ts'
import { makeIds, makePaper } from './make-paper.ts'
import { openDatabase } from './open-database.ts'
import { storePapers } from './search/store-papers.ts'

const marked = (runs: readonly MarkedText[] = []) =>
  runs.filter(({ isMarked }) => isMarked).map(({ text }) => text)

async function hitOf(paper: Partial<Paper>, query: string): Promise<Hit> {
  const db = openDatabase()
  await storePapers(db, [makePaper(paper)])
  const { cards } = await findHits(db, createFinder(db), query, 20)
  if (!cards[0]) throw new Error(`Nothing was found for ${query}`)
  return cards[0]
}

const reasonsOf = ({ reasons }: Hit) =>
  reasons.map(({ place, text }) => `${place}: ${text.map((run) => run.text).join('')}`)

describe('a hit says why it is one', () => {
  test('by marks in its title and its abstract, and then by nothing else', async () => {
    const hit = await hitOf(
      { title: 'Sparse Upcycling', abstract: 'We upcycle sparsely.', keywords: ['upcycling'] },
      'upcycling',
    )
    expect(marked(hit.markedTitle)).toEqual(['Upcycling'])
    expect(marked(hit.snippet)).toEqual(['upcycle'])
    expect(reasonsOf(hit)).toEqual([])
  })

  test('by the author, the organisation or the keyword that the word stands in', async () => {
    const paper = {
      authors: ['Ada Lovelace', 'Grace Hopper'],
      organization: { name: 'nlab', fullName: 'Lab of Numbers' },
      keywords: ['reward models', 'punch cards'],
    }
    expect(reasonsOf(await hitOf(paper, 'hopper'))).toEqual(['author: Grace Hopper'])
    expect(reasonsOf(await hitOf(paper, 'numbers'))).toEqual(['organization: Lab of Numbers'])
    expect(reasonsOf(await hitOf(paper, 'nlab'))).toEqual(['organization: nlab'])
    expect(reasonsOf(await hitOf(paper, 'org:nlab numbers'))).toEqual([
      'organization: Lab of Numbers',
    ])
    expect(reasonsOf(await hitOf(paper, 'punch'))).toEqual(['keyword: punch cards'])
  })

  test('by the spelling that was taken for the one typed, which is marked', async () => {
    const hit = await hitOf({ title: 'Transformers at Rest' }, 'trasnformers')
    expect(reasonsOf(hit)).toEqual(['spelling: Transformers'])
    expect(marked(hit.markedTitle)).toEqual(['Transformers'])
  })

  test('by no spelling where not every word had to be found', async () => {
    const hit = await hitOf({ title: 'Jobs across Fields' }, 'jobs fields cross zebras')
    expect(reasonsOf(hit)).toEqual([])
  })

  test.each([
    ['Few-shot Learning', 'fewshot', ['Few-shot']],
    ['Pretraining of Llama-3.1', 'pre-training llama 3.1 ', ['Pretraining', 'Llama', '3.1']],
    ['A Server of Node.js', 'node.js', ['Node.js']],
    ['Better than GPT-3.5', '3.5 ', ['3.5']],
    ['Cross-Modal Retrieval', 'cross-modal ', ['Cross', 'Modal']],
    ['图像生成模型的研究', '像生成 ', ['像生成']],
    ['Distillation of Specializations', 'distill specialize ', ['Distillation', 'Specializations']],
    ['The ZebraLogicBench', 'zebras ', ['ZebraLogicBench']],
    ['Agents for the Age of a Patient', 'age patient ', ['Age', 'Patient']],
  ])(
    'by a mark alone in %s where marks apart it is what was typed: %s',
    async (title, query, marks) => {
      const hit = await hitOf({ title }, query)
      expect(marked(hit.markedTitle)).toEqual(marks)
      expect(reasonsOf(hit)).toEqual([])
    },
  )

  test('by the part of a word that is spelt otherwise', async () => {
    const hit = await hitOf({ title: 'A Gold-Standard' }, 'bold ')
    expect(reasonsOf(hit)).toEqual(['spelling: Gold'])
    expect(marked(hit.markedTitle)).toEqual(['Gold'])
  })

  test('by each spelling once', async () => {
    const hit = await hitOf({ title: 'Transformers at Rest' }, 'trasnformers transfromers ')
    expect(reasonsOf(hit)).toEqual(['spelling: Transformers'])
  })

  test('by the author that was asked for, though the title has the name, too', async () => {
    const paper = { title: 'On Turing', authors: ['Ada Turing'] }
    expect(reasonsOf(await hitOf(paper, 'author:turing '))).toEqual(['author: Ada Turing'])
  })

  test.each([
    '2608.00001',
    'https://arxiv.org/abs/2608.00001v2',
    'https://alphaxiv.org/abs/2608.00001',
  ])('by no mark where %s was pasted', async (pasted) => {
    const hit = await hitOf(
      { id: '2608.00001', abstract: 'See https://arxiv.org and abs 2608.' },
      pasted,
    )
    expect(marked(hit.markedTitle)).toEqual([])
    expect(hit.snippet).toBeUndefined()
  })

  test('by the note that was asked for', async () => {
    const db = openDatabase()
    await storePapers(db, [makePaper()])
    await savePaper(db, '2608.00001', 5)
    await setNote(db, '2608.00001', 'Compare with zyzzyva')
    const { cards } = await findHits(db, createFinder(db), 'note:zyzz', 5)
    expect(cards[0]?.reasons.map(({ place, text }) => [place, marked(text)])).toEqual([
      ['note', ['zyzzyva']],
    ])
  })

  test('by nothing that is left out, and only in the field that was asked for', async () => {
    const paper = { title: 'Sparse Rewards', abstract: 'Rewards are sparse.' }
    const hit = await hitOf(paper, 'title:sparse -zebra')
    expect(marked(hit.markedTitle)).toEqual(['Sparse'])
    expect(hit.snippet).toBeUndefined()
  })

  test('by the summary where the abstract does not hold the word', async () => {
    const hit = await hitOf({ tldr: 'Zebras are counted.' }, 'zebras')
    expect(marked(hit.snippet)).toEqual(['Zebras'])
  })
})

describe('what was found', () => {
  test('names its query, counts all and says how long it took', async () => {
    const db = openDatabase()
    await storePapers(
      db,
      makeIds(30).map((id) => makePaper({ id })),
    )
    const hits = await findHits(db, createFinder(db), 'nothing', 20)
    expect(hits).toMatchObject({ query: 'nothing', total: 30, hasMore: true, isRelaxed: false })
    expect(hits.cards).toHaveLength(20)
    expect(hits.tookMs).toBeGreaterThan(0)
    expect((await findHits(db, createFinder(db), 'nothing', 40)).hasMore).toBe(false)
  })

  test('knows what is saved', async () => {
    const db = openDatabase()
    await storePapers(db, [makePaper()])
    await savePaper(db, '2608.00001', 5)
    const { cards } = await findHits(db, createFinder(db), 'nothing', 20)
    expect(cards[0]?.savedAt).toBe(5)
  })

  test('is not given once its search is ended', async () => {
    const db = openDatabase()
    await storePapers(db, [makePaper()])
    const abort = new AbortController()
    const hits = findHits(db, createFinder(db), 'nothing', 20, abort.signal)
    abort.abort(new Error('typed on'))
    await expect(hits).rejects.toThrow('typed on')
  })
})
