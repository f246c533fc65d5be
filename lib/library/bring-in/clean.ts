import { foldSpace } from '../../sources/text.ts'
import type { ImportedEntry } from './imported-entry.ts'

/** Text for one line, or nothing. */
export function oneLine(text: unknown): string | undefined {
  return typeof text === 'string' ? foldSpace(text) || undefined : undefined
}

/** Text of several lines without space around them, or nothing. */
function paragraphs(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim())
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || undefined
  )
}

/** Each tag once, in its order. */
export function tagList(tags: readonly unknown[]): string[] {
  return [...new Set(tags.flatMap((tag) => oneLine(tag) ?? []))]
}

/** Names without what stands for more of them, or is none. */
export function nameList(names: readonly unknown[]): string[] {
  return names
    .flatMap((name) => oneLine(name) ?? [])
    .filter((name) => !/^(others|et al\.?)$/i.test(name))
}

/** “Last, First” the way it is printed: “First Last”; anything else as it is. */
export function nameInOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim())
  const [last = '', second = '', third] = parts
  if (parts.length === 2) return `${second} ${last}`.trim()
  // “Last, Jr, First”.
  return parts.length === 3 ? `${third} ${last} ${second}`.trim() : name.trim()
}

/** A note, unless it says no more than where the paper is. */
export function noteOf(...texts: unknown[]): string | undefined {
  const notes = texts.flatMap((text) => paragraphs(text) ?? [])
  const isOnlyAddress =
    /^(arxiv[\s:.]*)?(e-?prints?[\s:.]*|preprint[\s:.]*)?(arxiv[\s:.]*)?(\S*(?:\d{4}\.\d{4,5}|\/\d{7})(v\d+)?)?(\s*\[[\w.-][\s\w.,-]*\])?$/i
  const kept = notes.filter((note) => !isOnlyAddress.test(note))
  return [...new Set(kept)].join('\n\n') || undefined
}

/** A time (ms) at which something can have been saved, from how a file writes it. */
export function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value : Date.parse(asIso(String(value ?? '')))
  return time > Date.UTC(2000) && time <= Date.now() ? time : undefined
}

/** `2023.05.04` and `2023/05/04 12:00:00 +0200` as `Date.parse` reads them everywhere. */
function asIso(text: string): string {
  const parts =
    /^\s*(\d{4})[-./](\d\d?)[-./](\d\d?)(?:[T ](\d\d:\d\d(?::\d\d)?)\s*([+-]\d\d):?(\d\d))?\s*$/.exec(
      text,
    )
  if (!parts) return text
  const [, year, month = '', day = '', time, hours = '', minutes = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return time ? `${date}T${time}${hours}:${minutes}` : date
}

/** An entry without its absent fields, so that two can be laid over each other. */
export function withoutAbsent(entry: ImportedEntry): ImportedEntry {
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as ImportedEntry
}

const longestName = 120

/** What an entry that cannot be read is called by. */
export function nameOf(...names: unknown[]): string {
  const name = names.map(oneLine).find(Boolean) ?? ''
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name
}
