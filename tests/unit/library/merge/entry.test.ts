import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isKept,
  isSameEntry,
  knowsAll,
  type LibraryEntry,
  latestStamp,
  mergeEntries,
} from '../../../../lib/library/merge/entry.ts'
import { entryOfSaved, rowOfEntry } from '../../../../lib/library/merge/rows.ts'
import { stampAt } from '../../../../lib/model/stamp.ts'
import { makePaper, makeSaved } from '../../make-paper.ts'
import { entryOf } from './entries.ts'

const entries = entryOf(fc.constant('2608.00001'))
const at = (ms: number) => stampAt(1_786_700_000_000 + ms, 'm4ch1ne0')

/** An entry saved at 1 with what a test cares about put in. */
function saved(changes: Partial<LibraryEntry> = {}): LibraryEntry {
  const saving = { stamp: at(1), value: { at: 1 } }
  return { id: '2608.00001', saved: saving, tags: new Map(), ...changes }
}

describe('merging what machines know of a paper', () => {
  test('gives the same in any order', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        expect(isSameEntry(mergeEntries(a, b), mergeEntries(b, a))).toBe(true)
      }),
    )
  })

  test('gives the same however they are put together', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        const left = mergeEntries(mergeEntries(a, b), c)
        expect(isSameEntry(left, mergeEntries(a, mergeEntries(b, c)))).toBe(true)
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const merged = mergeEntries(a, b)
        expect(isSameEntry(mergeEntries(a, a), a)).toBe(true)
        expect(isSameEntry(mergeEntries(merged, b), merged)).toBe(true)
        expect(knowsAll(merged, a) && knowsAll(merged, b)).toBe(true)
      }),
    )
  })

  test('has the latest change of every part', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const merged = mergeEntries(a, b)
        for (const part of ['saved', 'status', 'note'] as const) {
          const stamps = [a[part]?.stamp ?? '', b[part]?.stamp ?? ''].sort()
          expect(merged[part]?.stamp ?? '').toBe(stamps[1])
        }
        expect(latestStamp(merged) ?? '').toBe(
          [latestStamp(a) ?? '', latestStamp(b) ?? ''].sort()[1],
        )
      }),
    )
  })

  test('tells apart what differs in any part', () => {
    const other = { stamp: at(9), value: true }
    expect(isSameEntry(saved(), saved({ tags: new Map([['thesis', other]]) }))).toBe(false)
    expect(isSameEntry(saved(), saved({ released: at(9) }))).toBe(false)
    expect(isSameEntry(saved(), saved({ note: { stamp: at(9), value: '' } }))).toBe(false)
    expect(knowsAll(saved(), saved({ note: { stamp: at(9), value: '' } }))).toBe(false)
    expect(knowsAll(undefined, saved())).toBe(false)
  })
})

describe('a paper', () => {
  test('that was let go after all that was done to it is let go', () => {
    const other = saved({ status: { stamp: at(2), value: 'read' } })
    const merged = mergeEntries(other, { id: other.id, released: at(3), tags: new Map() })
    expect(isKept(merged)).toBe(false)
  })

  test('that was noted by a machine that did not know of its delete is kept, note and all', () => {
    const other = saved({
      status: { stamp: at(2), value: 'reading' },
      note: { stamp: at(4), value: 'Read again.' },
    })
    const merged = mergeEntries({ id: other.id, released: at(3), tags: new Map() }, other)
    expect(isKept(merged)).toBe(true)
    expect(merged).toMatchObject({ status: { value: 'reading' }, note: { value: 'Read again.' } })
  })

  test('that was let go and saved again is kept', () => {
    expect(isKept(saved({ released: at(0) }))).toBe(true)
  })

  test('that nobody saved is not kept', () => {
    expect(isKept({ id: 'x', note: { stamp: at(1), value: 'y' }, tags: new Map() })).toBe(false)
  })
})

describe('a row', () => {
  test('of a paper that is kept says again what it was made from', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        fc.pre(entry.saved !== undefined)
        const { released: _released, ...kept } = entry
        const row = rowOfEntry(kept, makePaper(), undefined, undefined)
        expect(isSameEntry(entryOfSaved(structuredClone(row)), kept)).toBe(true)
      }),
    )
  })

  test('that was never touched says no more than that it was saved', () => {
    expect(entryOfSaved(makeSaved())).toEqual({
      id: '2608.00001',
      saved: { stamp: stampAt(5), value: { at: 5 } },
      tags: new Map(),
    })
  })

  test('that was saved with tags, a note and a status has them as of its saving', () => {
    const row = makeSaved({ tags: ['thesis'], note: 'For Friday', status: 'read' })
    const stamp = row.stamps.saved
    expect(entryOfSaved(row)).toMatchObject({
      status: { stamp, value: 'read' },
      note: { stamp, value: 'For Friday' },
      tags: new Map([['thesis', { stamp, value: true }]]),
    })
  })

  test('keeps its tags in order, and puts new ones behind as they were given', () => {
    const on = (ms: number) => ({ stamp: at(ms), value: true })
    const tags = new Map([
      ['late', on(9)],
      ['a', on(3)],
      ['off', { stamp: at(4), value: false }],
      ['early', on(2)],
      ['z', on(1)],
    ])
    const before = makeSaved({ tags: ['z', 'off', 'a'] })
    expect(rowOfEntry(saved({ tags }), makePaper(), before, undefined).tags).toEqual([
      'z',
      'a',
      'early',
      'late',
    ])
  })
})
