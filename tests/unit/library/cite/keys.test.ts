import { expect, test } from 'vitest'
import { citationsOf } from '../../../../lib/library/cite/citations.ts'
import { readFacts } from '../../../../lib/library/cite/facts.ts'
import { arxivKey, uniqueKeys } from '../../../../lib/library/cite/keys.ts'
import { makePaper } from '../../make-paper.ts'

function keyOf(title: string, author: string, year: number): string {
  const publishedAt = Date.UTC(year, 5, 1)
  const paper = makePaper({ title, authors: [author], authorCount: 1, publishedAt })
  return readFacts({ paper }, arxivKey).key
}

// Papers known to everyone, with the keys that arXiv's export gives them, but for the year.
test.each([
  ['Attention Is All You Need', 'Ashish Vaswani', 'vaswani2017attentionneed'],
  [
    'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding',
    'Jacob Devlin',
    'devlin2017bertpretrainingdeepbidirectional',
  ],
  [
    'Adam: A Method for Stochastic Optimization',
    'Diederik P. Kingma',
    'kingma2017adammethodstochasticoptimization',
  ],
  [
    'LoRA: Low-Rank Adaptation of Large Language Models',
    'Edward J. Hu',
    'hu2017loralowrankadaptationlarge',
  ],
])('%s has arXiv’s own key', (title, author, key) => {
  expect(keyOf(title, author, 2017)).toBe(key)
})

test.each([
  ['Ludwig van Beethoven', 'vanbeethoven'],
  ['Herbert Van de Sompel', 'vandesompel'],
  ['Rafael Ferreira da Silva', 'dasilva'],
  ['Selby Lima dos Santos', 'santos'],
  ['John Smith Jr.', 'smith'],
  ['Robert J. Webster III', 'webster'],
  ['Gemma Team', 'gemmateam'],
  ['ATLAS Collaboration', 'atlascollaboration'],
  ['OpenAI', 'openai'],
  ['Nikola Ljubešić', 'ljubešić'],
  ["Theau d'Audiffret", 'daudiffret'],
  ['Ahmet İnanç', 'inanç'],
  ['马宇鑫', '马宇鑫'],
])('the surname of %s is %s', (author, surname) => {
  expect(keyOf('Nothing', author, 2026)).toBe(`${surname}2026`)
})

test('a word of a title counts as one between spaces, whatever is in it', () => {
  expect(keyOf('On $O(n \\log n)$ -- and 3D² Views of it', 'Ada One', 2026)).toBe('one2026onlogn')
})

test('a second paper of the same key gets an a, and no letter makes it another’s', () => {
  const keys = uniqueKeys()
  const titles = [...Array.from({ length: 28 }, () => 'Nothing'), 'Nothinga', 'Nothingz']
  const made = titles.map((title) => {
    const paper = makePaper({ title, authors: ['Ada One'], authorCount: 1 })
    return readFacts({ paper }, keys).key
  })
  expect(made.slice(0, 3)).toEqual(['one2026', 'one2026a', 'one2026b'])
  expect(made.slice(26, 28)).toEqual(['one2026z', 'one2026aa'])
  expect(new Set(made).size).toBe(titles.length)
})

test('the year is of the last version, as arXiv has it, where arXiv told of one', () => {
  const paper = makePaper({
    ...{ title: 'Attention Is All You Need', authors: ['Ashish Vaswani'], authorCount: 1 },
    ...{ publishedAt: Date.UTC(2017, 5, 12), revisedAt: Date.UTC(2023, 7, 2) },
  })
  const bibtex = citationsOf([{ paper }], 'bibtex')
  expect(bibtex).toMatch(/^@misc\{vaswani2023attentionneed,\n/)
  expect(bibtex).toContain('      year={2023},\n')
  expect(citationsOf([{ paper }], 'biblatex')).toContain('2017-06-12')
})
