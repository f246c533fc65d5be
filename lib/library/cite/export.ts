import { citedIds, citedPapers } from '../../db/cited.ts'
import type { Database } from '../../db/database.ts'
import {
  type CitationFormat,
  type CitationFormatName,
  type CiteWhat,
  citationFormats,
} from '../../model/citation.ts'
import { createCitationWriter } from './citations.ts'

/** A text to be copied, or to be kept as a file. */
export interface CitationExport {
  text: string
  /** How many papers it cites, which may be fewer than were asked for. */
  count: number
  missing: number
  format: CitationFormat
  fileName: string
}

/** As many as are written within a frame, reading them included. */
const lot = 200

/**
 * Cites papers of this disk, lot by lot, so that the page stays alive however many there are:
 * reading each lot gives way to what else the page has to do. `now` in ms, for the file's name.
 */
export async function exportCitations(
  db: Database,
  what: CiteWhat,
  name: CitationFormatName,
  now: number,
): Promise<CitationExport> {
  const format = citationFormats.find((each) => each.name === name)
  if (!format) throw new Error(`“${name}” is no format that Paperboy can write.`)
  const ids = await citedIds(db, what)
  const writer = createCitationWriter(name)
  const parts: string[] = []
  let count = 0
  const read = (at: number) => citedPapers(db, ids.slice(at, at + lot))
  // The next lot is read while this one is written.
  let next = read(0)
  for (let at = 0; at < ids.length; at += lot) {
    const papers = await next
    next = read(at + lot)
    parts.push(writer.add(papers))
    count += papers.length
  }
  await next
  parts.push(writer.end())
  const fileName = `${baseName(what, count, now, writer.firstKey())}.${format.extension}`
  return { text: parts.join(''), count, missing: ids.length - count, format, fileName }
}

/** `vaswani2017attentionneed`, `paperboy-thesis-2026-11-25`, `paperboy-saved-2026-11-25`. */
function baseName(what: CiteWhat, count: number, now: number, firstKey = 'nothing'): string {
  const date = new Date(now).toISOString().slice(0, 10)
  if ('tag' in what) return `paperboy-${safeName(what.tag)}-${date}`
  if ('isAllSaved' in what) return `paperboy-saved-${date}`
  return count === 1 ? safeName(firstKey) : `paperboy-${count}-papers-${date}`
}

const longestName = 60

/** A name that every file system takes: letters and digits of any script, and hyphens. */
function safeName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return [...safe].slice(0, longestName).join('') || 'papers'
}
