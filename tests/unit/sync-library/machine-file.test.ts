import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameEntry } from '../../../lib/library/merge/entry.ts'
import {
  decodeMachineFile,
  encodeMachineFile,
  fileNameOf,
  isMachineFile,
} from '../../../lib/sync-library/machine-file.ts'
import { libraries } from '../library/merge/entries.ts'
import { makePaper } from '../make-paper.ts'

const record = makePaper({ tldr: 'Nothing.', organization: { name: 'x', fullName: 'X' } })

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe('the file of a machine', () => {
  test('gives back what was put into it', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (entries) => {
        const bytes = await encodeMachineFile({ machine: 'm4ch1ne0', entries, records: [record] })
        const file = await decodeMachineFile(bytes)
        expect(file.machine).toBe('m4ch1ne0')
        expect(file.records).toEqual([record])
        expect(file.entries.length).toBe(entries.length)
        for (const [i, entry] of file.entries.entries()) {
          expect(isSameEntry(entry, entries[i] ?? entry), entry.id).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('that is cut short anywhere says so', async () => {
    const bytes = await encodeMachineFile({ machine: 'm4ch1ne0', entries: [], records: [record] })
    for (const length of [0, 1, 20, bytes.length - 1]) {
      await expect(decodeMachineFile(bytes.slice(0, length))).rejects.toMatchObject({
        trouble: 'damaged',
      })
    }
  })

  test.each([
    ['<html>', 'damaged'],
    ['{}', 'foreign'],
    ['{"name":"paperboy-library","version":2,"machine":"x","entries":[],"records":[]}', 'newer'],
  ])('that holds %s is not read', async (text, reason) => {
    await expect(decodeMachineFile(await gzip(text))).rejects.toMatchObject({ trouble: reason })
  })

  test('loses single entries and records that cannot be read, and no others', async () => {
    const stamp = '0mt0fz2w0-0000-m4ch1ne0'
    const entries = [
      { id: 'a', saved: [stamp, 1] },
      { id: 'b', saved: ['tomorrow', 1] },
      { id: 'c', saved: ['zzzzzzzzz-0000-m4ch1ne0', 1] },
      { id: 'd', status: [stamp, 'burnt'] },
      { id: 'e', saved: [stamp, 1e300] },
      { id: 'f', saved: [stamp, -1] },
      7,
    ]
    const endless = { ...record, publishedAt: 1e300 }
    const records = [
      record,
      endless,
      { ...record, title: '' },
      { ...record, projectUrl: 'javascript:1' },
    ]
    const head = { name: 'paperboy-library', version: 1, machine: 'm4ch1ne0' }
    const file = await decodeMachineFile(await gzip(JSON.stringify({ ...head, entries, records })))
    expect(file.entries.map(({ id }) => id)).toEqual(['a'])
    expect(file.records).toEqual([record, record])
  })

  test('has a name that tells its machine', () => {
    expect(isMachineFile(fileNameOf('m4ch1ne0'))).toBe(true)
    expect(isMachineFile('notes.json.gz')).toBe(false)
    expect(isMachineFile('paperboy-m4ch1ne0.json.gz.part')).toBe(false)
  })
})
