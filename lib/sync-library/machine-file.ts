import * as v from 'valibot'
import type { LibraryEntry } from '../library/merge/entry.ts'
import type { Paper } from '../model/paper.ts'
import { type MachineId, readStamp, type Stamp } from '../model/stamp.ts'
import { isTime } from '../model/time.ts'
import { readPaperCopy } from '../sources/paper-copy.ts'
import { compress, decompress } from './chunk/deflate.ts'

/** What one machine leaves for the others: all that it knows, with the records of what it keeps. */
export interface MachineFile {
  machine: MachineId
  entries: LibraryEntry[]
  records: Paper[]
}

/** Why a file of another machine cannot be read. */
export class MachineFileError extends Error {
  override name = 'MachineFileError'
  readonly trouble: 'foreign' | 'newer' | 'damaged'

  constructor(trouble: MachineFileError['trouble'], options?: ErrorOptions) {
    super(`The file is ${trouble}.`, options)
    this.trouble = trouble
  }
}

const name = 'paperboy-library'
const version = 1
const maxBytes = 256 * 1024 * 1024
const latestMs = Date.UTC(2200)

export function fileNameOf(machine: MachineId): string {
  return `paperboy-${machine}.json.gz`
}

/** True for the name of some machine's file. */
export function isMachineFile(fileName: string): boolean {
  return /^paperboy-[\da-z]{8}\.json\.gz$/.test(fileName)
}

export async function encodeMachineFile(file: MachineFile): Promise<Uint8Array<ArrayBuffer>> {
  const entries = file.entries.map(({ id, saved, released, status, note, tags }) => ({
    id,
    ...(saved && { saved: [saved.stamp, saved.value.at, saved.value.from] }),
    ...(released !== undefined && { released }),
    ...(status && { status: [status.stamp, status.value] }),
    ...(note && { note: [note.stamp, note.value] }),
    ...(tags.size > 0 && { tags: [...tags].map(([tag, { stamp, value }]) => [tag, stamp, value]) }),
  }))
  const { machine, records } = file
  const text = JSON.stringify({ name, version, machine, entries, records })
  return compress(new TextEncoder().encode(text), 'gzip')
}

const stamp: v.GenericSchema<unknown, Stamp> = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return readStamp(text).ms <= latestMs
    } catch {
      return false
    }
  }),
)
const from = v.nullish(v.picklist(['paperboy', 'page', 'link', 'import', 'sync']))
const entry = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  saved: v.optional(v.tuple([stamp, v.pipe(v.number(), v.check(isTime)), from])),
  released: v.optional(stamp),
  status: v.optional(v.tuple([stamp, v.picklist(['to-read', 'reading', 'read'])])),
  note: v.optional(v.tuple([stamp, v.string()])),
  tags: v.optional(v.array(v.tuple([v.string(), stamp, v.boolean()])), []),
})
const envelope = v.object({
  name: v.literal(name),
  version: v.number(),
  machine: v.string(),
  entries: v.array(v.unknown()),
  records: v.array(v.unknown()),
})

/**
 * Reads what a machine left. A single entry or record that cannot be read is passed over: its
 * machine still has it. Rejects with a {@link MachineFileError} when the whole is unreadable.
 */
export async function decodeMachineFile(bytes: Uint8Array<ArrayBuffer>): Promise<MachineFile> {
  const file = v.safeParse(envelope, await unfold(bytes))
  if (!file.success) throw new MachineFileError('foreign')
  const { machine, entries, records, version: found } = file.output
  if (found > version) throw new MachineFileError('newer')
  return {
    machine,
    entries: entries.flatMap((each) => readEntry(each) ?? []),
    records: records.flatMap((each) => readPaperCopy(each) ?? []),
  }
}

async function unfold(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const text = await decompress(bytes, 'gzip', maxBytes)
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
  } catch (cause) {
    throw new MachineFileError('damaged', { cause })
  }
}

function readEntry(value: unknown): LibraryEntry | undefined {
  const result = v.safeParse(entry, value)
  if (!result.success) return undefined
  const { id, saved, released, status, note, tags } = result.output
  return {
    id,
    ...(saved && {
      saved: { stamp: saved[0], value: { at: saved[1], ...(saved[2] && { from: saved[2] }) } },
    }),
    ...(released !== undefined && { released }),
    ...(status && { status: { stamp: status[0], value: status[1] } }),
    ...(note && { note: { stamp: note[0], value: note[1] } }),
    tags: new Map(tags.map(([tag, stamp, value]) => [tag, { stamp, value }])),
  }
}
