import fc from 'fast-check'
import type { LibraryEntry, Register } from '../../../../lib/library/merge/entry.ts'
import { stampAt } from '../../../../lib/model/stamp.ts'

const tagNames = ['thesis', 'diffusion', 'to cite', '__proto__', 'größer', '読む', '']

/** Stamps of three machines within a few days, close enough to meet. */
const stamps = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 * 86_400_000 })),
    fc.constantFrom('m4ch1ne0', 'm4ch1ne1', 'zzzzzzzz', ''),
  )
  .map(([ms, machine]) => stampAt(1_786_700_000_000 + ms, machine))

const register = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Register<T>> =>
  fc.record({ stamp: stamps, value })

const saving = fc.record(
  {
    at: fc.integer({ min: 0, max: 4e12 }),
    from: fc.constantFrom('paperboy', 'page', 'link', 'import', 'sync'),
  },
  { requiredKeys: ['at'] },
)

/** Any entry of a paper; `id` for one of a certain paper. */
export function entryOf(id: fc.Arbitrary<string>): fc.Arbitrary<LibraryEntry> {
  return fc.record(
    {
      id,
      saved: register(saving),
      released: stamps,
      status: register(fc.constantFrom('to-read', 'reading', 'read')),
      note: register(fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' }))),
      tags: fc
        .array(fc.tuple(fc.constantFrom(...tagNames), register(fc.boolean())), { maxLength: 4 })
        .map((pairs) => new Map(pairs)),
    },
    { requiredKeys: ['id', 'tags'] },
  ) as fc.Arbitrary<LibraryEntry>
}

/** An arXiv id, old or new, or another name that a paper may once have. */
export const anyIds = fc.oneof(
  fc
    .tuple(fc.integer({ min: 7, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(99_999))
    .map(([year, month, n]) => {
      const yymm = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}`
      return `${yymm}.${String(yymm < '1501' ? n % 10_000 : n).padStart(yymm < '1501' ? 4 : 5, '0')}`
    }),
  fc.constantFrom('2013.12345', '1402.00001', '2608.0001', 'hep-th/9901001', 'é'),
)

/** Entries of papers, each once. */
export const libraries = fc.uniqueArray(entryOf(anyIds), {
  selector: ({ id }) => id,
  maxLength: 40,
})
