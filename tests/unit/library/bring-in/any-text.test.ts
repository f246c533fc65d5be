import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeBackup } from '../../../../lib/library/backup/format.ts'
import { decodeFile } from '../../../../lib/library/bring-in/decode-file.ts'
import { texToText } from '../../../../lib/library/bring-in/tex-to-text.ts'
import { isPaperId } from '../../../../lib/model/is-paper-id.ts'
import { makeSaved } from '../../make-paper.ts'
import { read } from './read.ts'
import { bibtex, csl, idList, paperMemory, ris } from './samples.ts'

const written = await writeBackup(
  {
    settings: { endpoint: 'https://mirror.example' },
    saved: [makeSaved({ note: 'A {note}, "quoted"' }), makeSaved({ id: '2608.00002' })],
    bin: [{ ...makeSaved({ id: '2608.00003' }), releasedAt: 9 }],
    tombstones: [{ id: '2608.00003', stamp: '000000009-0000-' }],
  },
  Date.now(),
)
const backup = written.pieces.join('')

const samples = { bibtex, ris, csl, paperMemory, idList, backup }

/** What holds of whatever is read. */
function expectReadable(text: string): void {
  const { entries, unreadable } = read(text)
  const lines = text.split(/\r\n?|\n/).length
  for (const { id, line } of entries) {
    expect(isPaperId(id)).toBe(true)
    expect(line).toBeLessThanOrEqual(lines)
  }
  for (const { reason, line } of unreadable) {
    expect(reason).not.toBe('')
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(lines)
  }
}

describe.each(Object.entries(samples))('a file (%s)', (_name, sample) => {
  test('is read however it is cut, and what comes before the cut is not lost', () => {
    const whole = read(sample).entries.length
    fc.assert(
      fc.property(fc.nat(sample.length), (length) => {
        const text = sample.slice(0, length)
        expectReadable(text)
        expect(read(text).entries.length).toBeLessThanOrEqual(whole)
      }),
    )
    expect(read(sample.slice(0, Math.ceil(sample.length * 0.8))).entries.length).toBeGreaterThan(0)
  })

  test('is read whatever stands in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...'{}[]"\\@#%,:=$\n\u0000', '\\{', '\n@a{', '{"', 'TY  - '),
    )
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(40), piece, (at, gone, put) => {
        expectReadable(sample.slice(0, at) + put + sample.slice(at + gone))
      }),
      { numRuns: 300 },
    )
  })

  test('is decoded and read with any bytes in it', async () => {
    const bytes = new TextEncoder().encode(sample)
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const damaged = bytes.slice()
        for (const [at, byte] of changed) damaged[at] = byte
        expectReadable(await decodeFile(new Blob([damaged])))
      }),
    )
  })
})

test('any text at all is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), expectReadable))
})

test.each(['{', '[', '\\', '$', '@a{', '@a{b,c={', '{"a":', '\\"{', '\\href'])(
  'a text that is nothing but %s over and over is read, and soon',
  (piece) => {
    const began = performance.now()
    expectReadable(piece.repeat(20_000))
    texToText(piece.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(3000)
  },
)

describe('a file', () => {
  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Zoë')]],
    ['UTF-16', [0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0]],
    ['UTF-16, the other way round', [0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb]],
    ['Windows-1252', [0x5a, 0x6f, 0xeb]],
  ])('may be %s', async (_what, bytes) => {
    expect(await decodeFile(new Blob([new Uint8Array(bytes)]))).toBe('Zoë')
  })

  test('that is packed is unpacked, as far as it goes', async () => {
    const packed = await new Response(
      new Blob([bibtex]).stream().pipeThrough(new CompressionStream('gzip')),
    ).arrayBuffer()
    expect(await decodeFile(new Blob([packed]))).toBe(bibtex)
    const cut = new Blob([packed.slice(0, packed.byteLength - 12)])
    const text = await decodeFile(cut).catch((error: Error) => error.message)
    expect(bibtex.startsWith(text) || text === 'The file is damaged: it cannot be unpacked.').toBe(
      true,
    )
    await expect(decodeFile(new Blob([new Uint8Array([0x1f, 0x8b, 1])]))).rejects.toThrow('damaged')
  })
})
