import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanTag, readTags, spellAsKnown } from '../../../lib/model/tags.ts'

describe('a tag', () => {
  test.each([
    ['rag', 'rag'],
    ['  mixture \n of\texperts ', 'mixture of experts'],
    ['#agents', 'agents'],
    ['# # to do', 'to do'],
    ['C#', 'C#'],
    ['a,b', 'a b'],
    ['Cafe\u0301', 'Caf\u00e9'],
    [' , ', ''],
    ['', ''],
  ])('%j is kept as %j', (text, tag) => {
    expect(cleanTag(text)).toBe(tag)
  })

  test('is clean once it was cleaned, short, and on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tag = cleanTag(text)
        expect(cleanTag(tag)).toBe(tag)
        expect([...tag].length).toBeLessThanOrEqual(60)
        expect(tag).not.toMatch(/[,\n]/)
      }),
    )
  })

  test('is read between commas and lines, each once', () => {
    expect(readTags('rag, agents,rag\n, #rag , to read')).toEqual(['rag', 'agents', 'to read'])
    expect(readTags(' , ')).toEqual([])
  })

  test('takes the spelling that is in use', () => {
    expect(spellAsKnown('rag', ['RAG', 'agents'])).toBe('RAG')
    expect(spellAsKnown('rag', ['RAG', 'rag'])).toBe('rag')
    expect(spellAsKnown('new', ['RAG'])).toBe('new')
  })
})
