import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../../lib/search/text/fold.ts'
import { eachTerm, tokenize } from '../../../../lib/search/text/tokenize.ts'
import { samplePapers } from '../sample-papers.ts'

function termsOf(text: string) {
  const terms: string[] = []
  const words = eachTerm(text, (term) => terms.push(term))
  return { words, terms }
}

function byTokens(text: string) {
  const tokens = tokenize(text)
  return { words: tokens.length, terms: tokens.flatMap(({ terms }) => terms) }
}

test('indexing sees the terms that a query sees, in papers', () => {
  for (const { title, abstract } of samplePapers()) {
    for (const text of [title, abstract]) expect(termsOf(text)).toEqual(byTokens(text))
  }
})

test('and in any text', () => {
  const piece = fc.constantFrom(
    'GPT-4o',
    'few-shot',
    "model's",
    'a.b',
    '图像GPT',
    'é',
    '--',
    ' ',
    '3.1',
  )
  const text = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(''))
  fc.assert(fc.property(text, (each) => void expect(termsOf(each)).toEqual(byTokens(each))))
})

test.each([
  ['データ', ['デー', 'ータ']],
  ['サーベイ論文', ['サー', 'ーベ', 'ベイ', 'イ論', '論文']],
  ['ﾃﾞｰﾀ', ['デー', 'ータ']],
  ['デ\u30fcタ'.normalize('NFD'), ['デー', 'ータ']],
])('%s is one run of pairs', (text, pairs) => {
  const folded = pairs.map((pair) => foldText(pair))
  expect(tokenize(text).map(({ terms }) => terms)).toEqual(folded.map((pair) => [pair]))
})

test('pairs stand where their characters do', () => {
  const text = '大𠮷データ'
  const pairs = tokenize(text).map(({ start, end }) => text.slice(start, end))
  expect(pairs).toEqual(['大𠮷', '𠮷デ', 'デー', 'ータ'])
})
