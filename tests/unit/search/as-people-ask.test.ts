import { describe, expect, test } from 'vitest'
import { createFinder } from '../../../lib/search/finder.ts'
import { findHits } from '../../../lib/search/hits.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

const endings = [...'abcdefghijklmnopqrst'].flatMap((a) => [...'xyz'].map((b) => `${a}${b}`))
/** More words that begin alike than are looked at. */
const crowd = endings.map((ending) => `re${ending}`)

interface Text {
  title: string
  abstract?: string
  authors?: string[]
}

const texts: Record<string, Text> = {
  halo: { title: 'HALO: Retargeting of Images', abstract: 'We keep the subject in view.' },
  effects: {
    title: 'Halo Effects of a Halo',
    abstract: 'We look into each halo that there is.',
    authors: ['Marie Okonkwo', 'Jonas Weiler'],
  },
  brown: { title: 'Notes', abstract: 'Brown et al. showed effects of M in 2024, and 2023.' },
  herd: { title: 'The Okapi 3 Herd', abstract: 'Okapi is a model in its third version.' },
  okapi: { title: 'Tuning Okapi-3', abstract: 'A model is adapted.' },
  british: { title: 'Modelling Animal Behaviour', abstract: 'We analyse colour and judgement.' },
  american: { title: 'Modeling Behavior of Animals', abstract: 'We analyze color and judgment.' },
  diabetic: { title: 'Grading Diabetic Retinopathy', abstract: 'Images of eyes.' },
  care: { title: 'Diabetic Care', abstract: crowd.join(' ') },
  greek: { title: 'A π-Policy for λ-Returns', abstract: 'It is called π0.' },
  fog: { title: 'Straßen in Fog', abstract: 'Roads.', authors: ['Łukasz Sørensen'] },
  zebu: { title: 'ZEBU 5.0 Released', abstract: 'Cattle.' },
  gnu: { title: 'GNU.CPP on a Laptop', abstract: 'Runs with 5 of a zebu.' },
  tex: { title: 'A $\\pi$-Policy for $\\lambda$-Returns', abstract: 'It is called $\\pi_0$.' },
}
const names = Object.keys(texts)
const idOf = (name: string) => `2608.${10_000 + names.indexOf(name)}`

/** Words that several papers hold are no mistakes. */
const others = [...crowd.slice(0, 3), ...crowd].map((word, i) => {
  const british = 'animal modelling, behaviour, colour, judgement: analyse'
  const american = 'animal modeling, behavior, color, judgment: analyze'
  const abstract = i < 6 ? (i % 2 === 0 ? british : american) : word
  return makePaper({ id: `2607.${20_000 + i}`, title: `On ${word}`, abstract })
})

async function open() {
  const db = openDatabase()
  const papers = names.map((name) => makePaper({ id: idOf(name), authors: [], ...texts[name] }))
  await storePapers(db, [...papers, ...others])
  const finder = createFinder(db)
  const find = async (query: string) => {
    const { papers } = await finder.find(query, 20)
    return papers.map(({ id }) => names[Number(id.slice(5)) - 10_000] ?? id)
  }
  return { db, finder, find }
}

describe('what people type', () => {
  test.each(['halo', 'halo paper', 'what is halo?', 'HALO arxiv', 'show me halo'])(
    '%s finds the paper of that name first, and no fewer',
    async (query) => {
      const { find } = await open()
      expect(await find(query)).toEqual(['halo', 'effects'])
    },
  )

  test.each([
    'Okonkwo et al. 2024 effects',
    'm. okonkwo effects',
    'Okonkwo & Weiler (2023) effects',
  ])('%s finds a paper as it is cited', async (query) => {
    const { find } = await open()
    expect(await find(query)).toEqual(['effects'])
  })

  test.each(['okapi3', 'okapi-3', 'okapi 3', 'Okapi3'])(
    '%s finds a version however it is written',
    async (query) => {
      const { find } = await open()
      expect((await find(query)).sort()).toEqual(['herd', 'okapi'])
    },
  )

  test.each([
    ['modelling', 'modeling'],
    ['behaviour', 'behavior'],
    ['colour', 'color'],
    ['analyse', 'analyze'],
    ['judgement', 'judgment'],
  ])('%s and %s find what the other does', async (british, american) => {
    const { find } = await open()
    const found = (await find(`${british} animal`)).sort()
    expect(found).toHaveLength(8)
    expect((await find(`${american} animal`)).sort()).toEqual(found)
  })

  test.each(['pi-policy', 'π-policy', 'lambda returns', 'λ-returns', 'pi0', 'π0', 'π_0'])(
    '%s finds a Greek letter however it is written',
    async (query) => {
      const { find } = await open()
      expect((await find(query)).sort()).toEqual(['greek', 'tex'])
    },
  )

  test.each([
    ['author:okonkwo', ['effects']],
    ['author:lukasz', ['fog']],
    ['Łukasz sorensen', ['fog']],
    ['strassen', ['fog']],
    ['5 zebu', ['gnu', 'zebu']],
    ['gnu cpp', ['gnu']],
    ['author:okonkwo zebra', ['effects']],
    ['author:okonkwo diabetic effects zebra', ['effects']],
    ['author:nobody halo effects', []],
    ['author:okonkwo title:okapi', []],
    ['title:okapi retargeting', ['herd', 'okapi']],
  ])(
    'a paper may lack a word of %s, and never what is asked for in a field',
    async (query, found) => {
      const { find } = await open()
      expect((await find(query)).sort()).toEqual(found)
    },
  )

  test('marks a word that is spelt otherwise, and says nothing of a mistake', async () => {
    const { db, finder } = await open()
    const { cards } = await findHits(db, finder, 'title:behaviour animals', 20)
    expect(cards).toHaveLength(2)
    for (const { markedTitle, reasons } of cards) {
      const marked = markedTitle.filter(({ isMarked }) => isMarked).map(({ text }) => text)
      expect(marked.map((text) => text.toLowerCase().slice(0, 6)).sort()).toEqual([
        'animal',
        'behavi',
      ])
      expect(reasons).toEqual([])
    }
  })

  test('many words find the papers that hold a third of them, too, where few hold half', async () => {
    const { find } = await open()
    const found = await find('grading diabetic retinopathy eyes animal behaviour colour zebra')
    expect(found[0]).toBe('diabetic')
    expect(found).toContain('british')
  })

  test('a paper stays while the next word is typed', async () => {
    const { find } = await open()
    const query = 'diabetic retinopathy'
    for (let length = 'diabetic'.length; length <= query.length; length++) {
      expect(await find(query.slice(0, length))).toContain('diabetic')
    }
  })
})
