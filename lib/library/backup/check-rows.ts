import * as v from 'valibot'
import { t } from '../../i18n.ts'
import { isPaperId } from '../../model/is-paper-id.ts'
import type { Paper } from '../../model/paper.ts'
import type { PartStamps, ReleasedPaper, SavedPaper, Tombstone } from '../../model/saved-paper.ts'
import { readStamp, type Stamp } from '../../model/stamp.ts'
import { httpUrl } from '../../sources/outside-url.ts'

/** A schema for every field there is: a new one that is forgotten here would not be kept. */
type SchemasOf<T> = { [Field in keyof Required<T>]: v.GenericSchema<unknown, T[Field]> }

/** How far ahead a machine's clock may be (ms): a stamp beyond is none, and would bind the clock. */
const aheadAtMostMs = 366 * 86_400_000

const id = v.pipe(v.string(), v.check(isPaperId, t('record.noPaperId')))
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const someText = v.pipe(v.string(), v.nonEmpty(t('record.empty')))
const stamp = v.pipe(v.string(), v.check(isStamp, t('record.noStamp')))
const link = v.pipe(
  v.string(),
  v.check((url) => httpUrl(url) !== undefined),
)

/** A field that may be absent: with a wrong value it counts as absent. */
const extra = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined)

const paperFields = {
  id,
  title: v.string(),
  abstract: v.string(),
  authors: v.array(v.string()),
  authorCount: count,
  publishedAt: time,
  datedTo: extra(v.picklist(['month', 'year'])),
  revisedAt: extra(time),
  feedDate: extra(v.pipe(v.string(), v.isoDate())),
  upvotes: count,
  comments: count,
  tldr: extra(v.string()),
  keywords: v.array(v.string()),
  organization: extra(v.object({ name: v.string(), fullName: v.string() })),
  repository: extra(v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/))),
  stars: extra(count),
  projectUrl: extra(link),
  thumbnailUrl: extra(link),
  primaryClass: extra(v.string()),
  doi: extra(v.string()),
  venue: extra(v.string()),
  isInJournal: extra(v.literal(true)),
  onlyOnArxiv: extra(v.literal(true)),
  firstSeenAt: time,
} satisfies SchemasOf<Paper>

const stampFields = {
  saved: stamp,
  status: extra(stamp),
  note: extra(stamp),
  // A tag may be called anything, `constructor` included, which v.record leaves out.
  tags: extra(v.custom<Record<string, Stamp>>(isStampOfEach)),
} satisfies SchemasOf<PartStamps>

const savedFields = {
  id,
  savedAt: time,
  savedFrom: extra(v.picklist(['paperboy', 'page', 'link', 'import', 'sync'])),
  record: v.object(paperFields),
  status: v.fallback(v.picklist(['to-read', 'reading', 'read']), 'to-read'),
  tags: v.array(someText),
  note: extra(v.string()),
  stamps: v.object(stampFields),
  pendingSince: extra(time),
  triedAt: extra(time),
} satisfies SchemasOf<SavedPaper>

const otherRecord = t('record.otherPaper')
const savedRow = v.pipe(
  v.object(savedFields),
  v.check(({ id, record }) => record.id === id, otherRecord),
)
const releasedRow = v.pipe(
  v.object({ ...savedFields, releasedAt: time } satisfies SchemasOf<ReleasedPaper>),
  v.check(({ id, record }) => record.id === id, otherRecord),
)
const tombstoneRow = v.object({ id, stamp } satisfies SchemasOf<Tombstone>)

export type CheckedRow =
  | { saved: SavedPaper }
  | { released: ReleasedPaper }
  | { tombstone: Tombstone }
  | { reason: string }

/** What a row of a backup is, which its own fields tell. Never throws. */
export function checkRow(row: unknown): CheckedRow {
  const has = (field: string) => typeof row === 'object' && row !== null && field in row
  if (has('releasedAt')) return check(releasedRow, row, (released) => ({ released }))
  if (has('stamp')) return check(tombstoneRow, row, (tombstone) => ({ tombstone }))
  return check(savedRow, row, (saved) => ({ saved }))
}

function check<S extends v.GenericSchema>(
  schema: S,
  row: unknown,
  wrap: (row: never) => CheckedRow,
): CheckedRow {
  const result = v.safeParse(schema, row)
  if (result.success) return wrap(withoutAbsent(result.output) as never)
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  return { reason: describe(path, issue.message).slice(0, 200) }
}

/** Leaves out absent fields at every depth, so that a row is again what it was. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [name, withoutAbsent(field)]),
  )
}

function isStamp(text: Stamp): boolean {
  try {
    return readStamp(text).ms < Date.now() + aheadAtMostMs
  } catch {
    return false
  }
}

function isStampOfEach(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((each) => typeof each === 'string' && isStamp(each))
}

function describe(field: string | null, problem: string): string {
  return field ? t('record.field', { field, problem }) : t('record.whole', { problem })
}
