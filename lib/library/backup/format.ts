import type { ReleasedPaper, SavedPaper, Tombstone } from '../../model/saved-paper.ts'
import { takeTurns } from '../turns.ts'

/** All that is the reader's: what a backup keeps. */
export interface Library {
  settings: BackedUpSettings
  saved: SavedPaper[]
  bin: ReleasedPaper[]
  tombstones: Tombstone[]
}

/** The settings that go into a backup, by name: a password or a token never can. */
export interface BackedUpSettings {
  endpoint?: string
}

export const backupVersion = 1
export const rowSections = ['saved', 'bin', 'tombstones'] as const

/**
 * A backup as pieces of text, and the checksum of what it holds. It is JSON with a row a line,
 * so that a damaged row leaves the others readable, and two backups can be compared line by line:
 * `{"paperboy": "backup", "version", "madeAt", "settings", "saved": [], "bin": [], "tombstones": [],
 * "checksum"}`. The checksum is of the content alone, not of when it was made nor of white space.
 */
export async function writeBackup(
  library: Library,
  madeAt: number,
): Promise<{ pieces: string[]; checksum: string }> {
  const turns = takeTurns()
  const sum = new ContentChecksum()
  sum.add('settings', library.settings)
  const pieces = [
    `{\n"paperboy":"backup",\n"version":${backupVersion},\n"madeAt":"${new Date(madeAt).toISOString()}",\n`,
    `"settings":${JSON.stringify(library.settings)},\n`,
  ]
  for (const section of rowSections) {
    const rows: object[] = library[section]
    pieces.push(`"${section}":[\n`)
    for (const [i, row] of rows.entries()) {
      pieces.push(`${sum.add(section, row)}${i + 1 < rows.length ? ',' : ''}\n`)
      const turn = turns.next()
      if (turn) await turn
    }
    pieces.push('],\n')
  }
  const checksum = sum.toString()
  pieces.push(`"checksum":"${checksum}"\n}\n`)
  return { pieces, checksum }
}

/** JSON with the fields of objects in the order of their names: the same for the same content. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) => {
    if (typeof field !== 'object' || field === null || Array.isArray(field)) return field
    return Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** CRC-32 (ISO 3309, as in gzip) over the UTF-16 of every section's name and row as canonical JSON. */
export class ContentChecksum {
  private crc = 0xffffffff

  /** Returns the row as JSON. */
  add(section: string, row: unknown): string {
    const json = canonicalJson(row)
    this.addText(`${section} ${json}\n`)
    return json
  }

  toString(): string {
    return `crc32:${((this.crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')}`
  }

  private addText(text: string): void {
    let crc = this.crc
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      crc = (crcTable[(crc ^ unit) & 0xff] as number) ^ (crc >>> 8)
      crc = (crcTable[(crc ^ (unit >>> 8)) & 0xff] as number) ^ (crc >>> 8)
    }
    this.crc = crc
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
