import { describe, expect, test } from 'vitest'
import { operators, operatorsAt } from '../../../lib/model/search-operators.ts'
import { parseQuery } from '../../../lib/search/query/parse-query.ts'

const namesAt = (text: string, caret = text.length) =>
  operatorsAt(text, caret)?.operators.map(({ name }) => name)

describe('the operators that may be meant by', () => {
  test.each([
    ['af', ['after:']],
    ['AF', ['after:']],
    ['sparse af', ['after:']],
    ['-tit', ['title:']],
    ['after:', ['after:']],
    ['is:', ['is:saved', 'is:unread']],
    ['is:s', ['is:saved']],
    ['in:', ['in:week', 'in:']],
    ['sort:v', ['sort:votes']],
  ])('%j', (text, names) => {
    expect(namesAt(text)).toEqual(names)
  })

  test.each([
    ['one letter', 'a'],
    ['an everyday word', 'attention is'],
    ['the beginning of another word', 'benchmark'],
    ['a value', 'after:2025'],
    ['one that is whole', 'is:saved'],
    ['a new word', 'after: '],
    ['words in quotes', '"the af'],
    ['nothing', ''],
  ])('%s are none', (_what, text) => {
    expect(operatorsAt(text, text.length)).toBeUndefined()
  })

  test('a word before the caret, which it replaces', () => {
    expect(operatorsAt('sparse -af jobs', 10)).toMatchObject({ start: 8, end: 10 })
  })

  test('the middle of a word are none', () => {
    expect(operatorsAt('aft', 2)).toBeUndefined()
  })
})

test.each(operators)('$name is understood by the search', ({ name, example = '' }) => {
  const { clauses, filters, sort } = parseQuery(`${name}${example}`, '2026-08-21')
  const isField = clauses[0]?.field !== undefined
  expect(isField || Object.keys(filters).length > 0 || sort !== 'relevance').toBe(true)
})
