import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameEntry, type LibraryEntry } from '../../../../lib/library/merge/entry.ts'
import {
  decodeChunk,
  encodeChunk as tryToEncode,
} from '../../../../lib/sync-library/chunk/chunk.ts'
import { packId, rankOf, unpackId } from '../../../../lib/sync-library/chunk/ids.ts'
import { fromText91, toText91 } from '../../../../lib/sync-library/chunk/text91.ts'
import { sampleLibrary } from '../../../support/library/sample-library.ts'
import { anyIds, libraries } from '../../library/merge/entries.ts'

const encodeChunk = async (library: readonly LibraryEntry[]) =>
  (await tryToEncode(library)) ?? expect.fail('It is too long.')

describe('a chunk', () => {
  test('gives back the entries it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const read = new Map((await decodeChunk(await encodeChunk(library))).map((e) => [e.id, e]))
        expect(read.size).toBe(library.length)
        for (const entry of library) {
          const back = read.get(entry.id)
          expect(back && isSameEntry(back, entry), entry.id).toBe(true)
        }
      }),
    )
  })

  test('is as many bytes in JSON as it has characters', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const text = await encodeChunk(library)
        expect(text).not.toContain('<')
        expect(new TextEncoder().encode(JSON.stringify(text)).length).toBe(text.length + 2)
      }),
    )
  })

  test('that is damaged anywhere, or cut, is not read', async () => {
    const text = await encodeChunk(sampleLibrary(5))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('!', 'A', '~'),
        async (at, letter) => {
          fc.pre(text[at] !== letter)
          const damaged = text.slice(0, at) + letter + text.slice(at + 1)
          await expect(decodeChunk(damaged)).rejects.toThrow()
          await expect(decodeChunk(text.slice(0, at))).rejects.toThrow()
        },
      ),
    )
  })

  test.each(['', '!', 'not a chunk', '{"a":1}', 'ü'])('is not %j', async (text) => {
    await expect(decodeChunk(text)).rejects.toThrow()
  })
})

test('bytes as text are the same bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...fromText91(toText91(bytes))]).toEqual([...bytes])
    }),
  )
})

test('an id as a number is the same id again, and sorts by its month', () => {
  fc.assert(
    fc.property(anyIds, (id) => {
      const packed = packId(id)
      if (packed !== undefined) expect(unpackId(packed)).toBe(id)
      expect(rankOf(id)).toBe(packed ?? rankOf(id))
    }),
  )
  expect(rankOf('1412.9999')).toBeLessThan(rankOf('1501.00001'))
  expect(rankOf('9912.99999')).toBeLessThan(rankOf('hep-th/9901001'))
  expect(packId('2608.0001')).toBeUndefined()
})
