import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockWriter, readBlock, readTerms } from '../../../../lib/search/segment/block.ts'
import { ByteReader, ByteWriter } from '../../../../lib/search/segment/bytes.ts'
import { packId, unpackId } from '../../../../lib/search/segment/packed-id.ts'
import {
  cutFrom,
  PageWriter,
  type Place,
  pageAfter,
  pageBytes,
  pageOf,
  startAfter,
} from '../../../../lib/search/segment/pages.ts'
import {
  packPosting,
  postingRoom,
  postingsFrom,
  readBefore,
  writePostings,
} from '../../../../lib/search/segment/postings.ts'
import { packRising, placeOf, unpackRising } from '../../../../lib/search/segment/rising-numbers.ts'
import { CorruptIndexError, sealed, unsealed } from '../../../../lib/search/segment/seal.ts'
import { arxivIds } from '../../arxiv-ids.ts'

const uint32 = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 0xffff_ffff }))

describe('numbers', () => {
  test('come back as they were written, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(uint32, uint32, fc.nat({ max: 255 }))), (rows) => {
        const out = new ByteWriter(1)
        for (const [a, b, byte] of rows) {
          out.varint(a)
          out.byte(byte)
          out.pair(a, b)
        }
        const bytes = out.take()
        const reader = new ByteReader(bytes)
        for (const [a, b, byte] of rows) {
          expect(reader.varint()).toBe(a)
          expect(bytes[reader.at++]).toBe(byte)
          const both = bytes[reader.at++] as number
          expect(reader.ofPair(both >>> 4)).toBe(a)
          expect(reader.ofPair(both & 15)).toBe(b)
        }
        expect(reader.at).toBe(bytes.length)
      }),
    )
  })

  test('below fifteen share a byte', () => {
    const out = new ByteWriter()
    out.pair(14, 14)
    expect(out.length).toBe(1)
    out.pair(15, 0)
    expect(out.length).toBe(3)
  })
})

describe('a packed id', () => {
  test('is a number of 32 bits that comes back as the id', () => {
    fc.assert(
      fc.property(arxivIds, (id) => {
        expect(packId(id)).toBe(packId(id) >>> 0)
        expect(unpackId(packId(id))).toBe(id)
      }),
    )
  })

  test('rises with the month and with the number', () => {
    const rising = [
      'hep-th/9108001',
      'hep-ph/9108002',
      'math/9901001',
      'cs/0001001',
      'quant-ph/0703999',
      '0704.0001',
      '1412.9999',
      '1501.00001',
      '2608.00002',
      '2608.13210',
      '2609.00001',
    ]
    expect(rising.map(packId)).toEqual(rising.map(packId).toSorted((a, b) => a - b))
  })
})

test('no two ids are packed alike', () => {
  fc.assert(
    fc.property(fc.uniqueArray(arxivIds, { maxLength: 200 }), (ids) => {
      expect(new Set(ids.map(packId)).size).toBe(ids.length)
    }),
  )
})

describe('rising numbers', () => {
  const gap = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20_000_000 }))
  const rising = fc.array(gap, { maxLength: 200 }).map((gaps) => {
    let last = 0
    return Uint32Array.from(gaps, (each) => (last += each))
  })

  test('come back, all of them and each by itself', () => {
    fc.assert(
      fc.property(rising, (numbers) => {
        const packed = packRising(numbers)
        expect(packed.length).toBe(numbers.length)
        expect(unpackRising(packed)).toEqual(numbers)
        for (const [i, number] of numbers.entries()) {
          expect(unpackRising(packed, i, 1)).toEqual(Uint32Array.of(number))
          expect(placeOf(packed, number)).toBe(i)
        }
      }),
    )
  })

  test('are not found where they are not, nor read past the end', () => {
    fc.assert(
      fc.property(rising, fc.nat({ max: 0xffff_ffff }), (numbers, wanted) => {
        const packed = packRising(numbers)
        expect(placeOf(packed, wanted)).toBe(numbers.indexOf(wanted))
        expect(unpackRising(packed, numbers.length, 1)).toHaveLength(0)
      }),
    )
  })

  test('go up to 32 bits', () => {
    const numbers = Uint32Array.of(0, 1, 0xffff_fffe, 0xffff_ffff)
    expect(unpackRising(packRising(numbers))).toEqual(numbers)
  })

  test('take little more than a byte each where they lie close', () => {
    const { firsts, starts, gaps } = packRising(Uint32Array.from({ length: 6400 }, (_, i) => i * 9))
    expect(firsts.byteLength + starts.byteLength + gaps.byteLength).toBeLessThan(6400 * 1.1)
  })
})

const posting = fc.record({
  gap: fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 100_000 })),
  impact: fc.integer({ min: 1, max: 255 }),
  mask: fc.integer({ min: 1, max: 31 }),
})

interface Posting {
  doc: number
  impact: number
  mask: number
}

function write(list: readonly { gap: number; impact: number; mask: number }[]) {
  const out = new ByteWriter()
  let doc = -1
  const postings = list.map(({ gap, impact, mask }): Posting => {
    doc += gap + 1
    return { doc, impact, mask }
  })
  writePostings(
    out,
    postings.map(({ doc, impact, mask }) => packPosting(doc, impact, mask)),
  )
  return { bytes: out.take(), postings }
}

/** Reads a few at a time, and by papers. */
function read(bytes: Uint8Array, start = 0, end = bytes.length): Posting[] {
  const room = postingRoom(7)
  const cursor = postingsFrom(bytes, start, end)
  const postings: Posting[] = []
  for (let limit = 50; ; limit *= 2) {
    let count = readBefore(cursor, limit, room)
    while (count > 0) {
      for (let i = 0; i < count; i++) {
        const [doc, impact, mask] = [room.docs[i], room.impacts[i], room.masks[i]] as number[]
        if (doc === undefined || doc >= limit) expect.unreachable()
        postings.push({ doc, impact, mask } as Posting)
      }
      count = readBefore(cursor, limit, room)
    }
    if (limit > 2 ** 40) return postings
  }
}

test('postings come back, with gaps of any width', () => {
  fc.assert(
    fc.property(fc.array(posting), (list) => {
      const { bytes, postings } = write(list)
      expect(read(bytes)).toEqual(postings)
    }),
  )
})

test('postings come back from the page they were put on, and the places tell themselves', () => {
  const long = Array.from({ length: 9000 }, (_, i) => ({ gap: i % 90, impact: 7, mask: 1 }))
  // As long as a page, and one posting longer.
  const full = (length: number) => Array.from({ length }, () => ({ gap: 0, impact: 7, mask: 1 }))
  const lists = fc.oneof(
    fc.array(posting, { minLength: 1, maxLength: 40 }),
    fc.constantFrom(long, full(pageBytes / 2), full(pageBytes / 2 + 1)),
  )
  fc.assert(
    fc.property(
      fc.array(lists, { minLength: 1, maxLength: 12 }),
      fc.nat({ max: 5 }),
      (lists, firstPage) => {
        const writer = new PageWriter(firstPage)
        let last = { start: firstPage * pageBytes, end: firstPage * pageBytes }
        const terms = lists.map((list) => {
          const { bytes, postings } = write(list)
          const start = writer.add(bytes)
          last = placeAfter(last, bytes.length)
          expect(last).toEqual({ start, end: start + bytes.length })
          return { ...last, postings }
        })
        writer.flush()
        const pages = new Map(writer.pages.map(({ n, bytes }) => [n, bytes]))
        expect(pages.size).toBe(writer.pages.length)
        expect(Math.max(...pages.keys())).toBeLessThan(writer.pageCount)
        for (const { postings, ...place } of terms) {
          const page = pages.get(pageOf(place)) ?? expect.fail('A page is missing.')
          const isAlone = place.end - place.start > pageBytes
          expect(unsealed(page)).toBeLessThanOrEqual(isAlone ? place.end - place.start : pageBytes)
          const { bytes, start, end } = cutFrom(page, place)
          expect(read(bytes, start, end)).toEqual(postings)
        }
      },
    ),
    { numRuns: 60 },
  )
})

function placeAfter({ start, end }: Place, length: number): Place {
  const next = startAfter(start, end, length)
  return { start: next, end: next + length }
}

const term = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.stringMatching(/^[a-c]{1,20}$/),
)

describe('a list of terms', () => {
  test('comes back from its blocks, counts and places with it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(term, fc.nat({ max: 70_000 }), fc.nat({ max: 90 })), {
          selector: ([term]) => term,
          minLength: 1,
          maxLength: 900,
        }),
        (terms) => {
          const sorted = terms.toSorted(([a], [b]) => (a < b ? -1 : 1))
          const writer = new BlockWriter()
          let last = { start: 0, end: 0 }
          const entries = sorted.map(([term, count, more], i) => {
            // Now and then a page was closed before its end.
            const next = pageAfter(last.end) * pageBytes
            if (i % 97 === 96) last = { start: next, end: next }
            last = placeAfter(last, count * 2 + more)
            writer.add(term, count, last.start, last.end - last.start)
            return { term, count, ...last }
          })
          writer.flush()
          expect(writer.blocks.flatMap(({ bytes }) => readBlock(bytes))).toEqual(entries)
          for (const { firstTerm, bytes } of writer.blocks) {
            expect(readBlock(bytes)[0]?.term).toBe(firstTerm)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('the terms of a block between any two are those that lie between them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { minLength: 1, maxLength: 200 }),
      fc.oneof(term, fc.constant('')),
      term,
      (terms, first, last) => {
        const writer = new BlockWriter()
        for (const each of terms.toSorted((a, b) => (a < b ? -1 : 1))) writer.addBare(each)
        writer.flush()
        for (const { bytes } of writer.blocks) {
          const all = readBlock(bytes)
          const from = all.filter(({ term }) => term >= first)
          expect(readTerms(bytes, first)).toEqual(from)
          const between = from.filter(({ term }) => term <= last)
          expect(readTerms(bytes, first, last)).toEqual(between)
        }
      },
    ),
  )
})

describe('sealed bytes', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 })
  const seal = (content: Uint8Array) => {
    const out = new ByteWriter()
    out.bytes(content)
    return sealed(out)
  }

  test('are whole as they were written', () => {
    fc.assert(fc.property(bytes, (each) => void expect(unsealed(seal(each))).toBe(each.length)))
  })

  test('are seen to be damaged when any bit of them is turned', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (each, bit) => {
        const damaged = seal(each)
        const at = bit % (damaged.length * 8)
        damaged[at >> 3] = (damaged[at >> 3] as number) ^ (1 << (at & 7))
        expect(() => unsealed(damaged)).toThrow(CorruptIndexError)
      }),
    )
  })

  test('are seen to be damaged when cut short', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (each, cut) => {
        const whole = seal(each)
        expect(() => unsealed(whole.subarray(0, cut % whole.length))).toThrow(CorruptIndexError)
      }),
    )
  })
})
