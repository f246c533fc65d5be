import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paper } from '../../../lib/model/paper.ts'
import { scan, toSearchable } from '../../../lib/search/scan.ts'
import { cleanTex } from '../../../lib/search/text/clean-tex.ts'
import { foldText } from '../../../lib/search/text/fold.ts'
import { queryWords } from '../../../lib/search/text/query-words.ts'
import { makePaper } from '../make-paper.ts'

let serial = 0
function paper(changes: Partial<Paper>): Paper {
  return makePaper({ id: `2608.${String(++serial).padStart(5, '0')}`, abstract: '', ...changes })
}

function find(papers: Paper[], query: string): Paper[] {
  return scan(papers.map(toSearchable), query)
}

describe('a paper is found', () => {
  const found = paper({
    title: 'Sparse Upcycling of Mixtures',
    abstract: 'We initialise experts from dense checkpoints.',
    tldr: 'Cheaper training by reuse.',
    authors: ['José Núñez', 'Łukasz Zoë'],
  })
  const other = paper({ title: 'Dense Retrieval', authors: ['Ada One'] })

  test.each([
    ['a word of its title', 'upcycling'],
    ['the beginning of one', 'upcyc'],
    ['the middle of one', 'cycl'],
    ['capitals', 'SPARSE'],
    ['several words in any order', 'mixtures sparse'],
    ['words from title and abstract', 'sparse experts'],
    ['an author', 'nunez'],
    ['an author with his accents', 'Núñez'],
    ['an accent in another form', 'Nu\u0301n\u0303ez'],
    ['a word of its abstract', 'checkpoints'],
    ['a word of its TL;DR', 'reuse'],
    ['marks around words', '"sparse", (upcycling)!'],
  ])('by %s', (_what, query) => {
    expect(find([other, found], query)).toEqual([found])
  })

  test('by its arXiv id, before any other', () => {
    const about = paper({ title: `A Reply to ${found.id}` })
    expect(find([about, other, found], found.id)).toEqual([found, about])
  })

  test('by its arXiv id and a word in any order, but not by the id and a wrong word', () => {
    expect(find([found], `${found.id} sparse`)).toEqual([found])
    expect(find([found], `sparse ${found.id}`)).toEqual([found])
    expect(find([found], `${found.id} nonsense`)).toEqual([])
    expect(find([found], `nonsense ${found.id}`)).toEqual([])
  })

  test.each(['', '   ', '?!', 'sparse nonsense', 'upcyclings'])('not by %j', (query) => {
    expect(find([found], query)).toEqual([])
  })
})

describe('the best comes first:', () => {
  function order(query: string, ...texts: Partial<Paper>[]): (string | undefined)[] {
    const papers = texts.map(paper)
    // Given in the wrong order, so that nothing is right by chance.
    return find(papers.toReversed(), query).map(
      ({ id }) => texts[papers.findIndex((each) => each.id === id)]?.title,
    )
  }

  test('title before author before abstract', () => {
    expect(
      order(
        'hinton',
        { title: 'On Hinton' },
        { title: 'Second', authors: ['G. Hinton'] },
        { title: 'Third', abstract: 'As Hinton said.' },
      ),
    ).toEqual(['On Hinton', 'Second', 'Third'])
  })

  test('a word’s beginning before its middle', () => {
    expect(order('former', { title: 'Formers' }, { title: 'Transformers' })).toEqual([
      'Formers',
      'Transformers',
    ])
  })

  test('also where the beginning follows a middle, or stands after a mark', () => {
    const newer = { publishedAt: 2 ** 42 }
    expect(
      order('former', { title: 'Transformers (Formers)' }, { title: 'Transformers', ...newer }),
    ).toEqual(['Transformers (Formers)', 'Transformers'])
  })

  test('of equals the newer', () => {
    expect(
      order('same', { title: 'Same 1', publishedAt: 2 }, { title: 'Same 2', publishedAt: 1 }),
    ).toEqual(['Same 1', 'Same 2'])
  })
})

describe('whatever is stored and asked', () => {
  const word = fc.constantFrom('sparse', 'dense', 'Expert', 'former', 'transformer', 'ñandú', 'L_2')
  const text = fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 6 })
  const someText = text.map((words) => words.join(' '))
  const papers = fc.array(
    fc
      .record({
        title: someText,
        abstract: someText,
        authors: fc.array(someText, { maxLength: 2 }),
      })
      .map(paper),
    { maxLength: 8 },
  )
  const textOf = ({ title, abstract, tldr, authors }: Paper) =>
    [title, [tldr, abstract].join(' '), authors.join(' ')]
      .map((text) => foldText(`${text} ${cleanTex(text)}`))
      .join('\n')

  // A short word must begin one: its letters stand inside half of all words.
  const holds = (text: string, word: string) =>
    word.length < 3 ? beginsWord(text, word) : text.includes(word)
  const beginsWord = (text: string, word: string) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
    }
    return false
  }

  test('exactly those are found that hold every word', () => {
    fc.assert(
      fc.property(papers, someText, (stored, query) => {
        const words = queryWords(query)
        const expected =
          words.length === 0
            ? []
            : stored.filter((each) =>
                words.every((word) => each.id === word || holds(textOf(each), word)),
              )
        const ids = (found: Paper[]) => found.map(({ id }) => id).sort()
        expect(ids(find(stored, query))).toEqual(ids(expected))
      }),
    )
  })

  test('the order of the words changes nothing', () => {
    fc.assert(
      fc.property(papers, text, (stored, words) => {
        const forward = find(stored, words.join(' '))
        expect(find(stored, words.toReversed().join(' '))).toEqual(forward)
      }),
    )
  })
})
