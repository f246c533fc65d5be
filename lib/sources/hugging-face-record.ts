import * as v from 'valibot'
import { t } from '../i18n.ts'
import { isArxivId } from '../model/arxiv-id.ts'
import { isFeedDate } from '../model/feed-date.ts'
import { type FetchedPaper, maxAuthorsKept } from '../model/paper.ts'
import { githubRepository, httpUrl } from './outside-url.ts'
import { foldSpace } from './text.ts'

/** A record that could not be read: which one, and why. */
export interface DroppedRecord {
  /** Its arXiv id where that much is readable. */
  id?: string
  /** Its place in the answer, from 0. */
  index: number
  reason: string
}

const text = v.pipe(v.string(), v.transform(foldSpace))
const someText = v.pipe(text, v.nonEmpty(t('record.empty')))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(
  v.string(),
  v.transform((value) => Date.parse(value)),
  v.number(t('record.noTime')),
)
const feedDay = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, 10)),
  v.check(isFeedDate),
)
const id = v.pipe(v.string(), v.check(isArxivId, t('record.noArxivId')))

/** A field the feed may leave out: with a wrong value it counts as left out. */
const extra = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined)

const author = v.object({ name: someText, hidden: extra(v.boolean()) })
const organization = v.object({ name: someText, fullname: someText })

/** The fields of `paper` (SCHEMA: present in every record unless wrapped in `extra`). */
const paperFields = v.object({
  id,
  title: someText,
  summary: text,
  authors: v.array(v.unknown()),
  publishedAt: time,
  upvotes: v.optional(count),
  submittedOnDailyAt: extra(feedDay),
  ai_summary: extra(someText),
  ai_keywords: v.fallback(v.array(v.unknown()), []),
  organization: extra(organization),
  githubRepo: extra(v.string()),
  githubStars: extra(count),
  projectPage: extra(v.string()),
})

const dailyRecord = v.object({
  paper: paperFields,
  numComments: v.optional(count),
  thumbnail: extra(v.string()),
})

/** Checks one record of `daily_papers`. Never throws: a bad record comes back as dropped. */
export function readDailyRecord(
  record: unknown,
  index: number,
): { paper: FetchedPaper } | { dropped: DroppedRecord } {
  const result = v.safeParse(dailyRecord, record)
  if (!result.success) return { dropped: dropped(record, index, result.issues[0]) }
  const { paper, numComments, thumbnail } = result.output
  return { paper: toPaper(paper, numComments, thumbnail) }
}

/** Checks the answer of `/api/papers/{id}`, which has the paper's fields at its top. */
export function readPaperRecord(record: unknown): FetchedPaper | undefined {
  const result = v.safeParse(paperFields, record)
  return result.success ? toPaper(result.output) : undefined
}

function toPaper(
  paper: v.InferOutput<typeof paperFields>,
  comments?: number,
  thumbnail?: string,
): FetchedPaper {
  const names = paper.authors.flatMap((entry) => {
    const result = v.safeParse(author, entry)
    return result.success && !result.output.hidden ? [result.output.name] : []
  })
  const keywords = paper.ai_keywords.flatMap((entry) => {
    const result = v.safeParse(someText, entry)
    return result.success ? [result.output] : []
  })
  return withoutAbsent({
    id: paper.id,
    title: paper.title,
    abstract: paper.summary,
    authors: names.slice(0, maxAuthorsKept),
    authorCount: names.length,
    publishedAt: paper.publishedAt,
    feedDate: paper.submittedOnDailyAt,
    upvotes: paper.upvotes,
    comments,
    tldr: paper.ai_summary,
    keywords: [...new Set(keywords)],
    organization: paper.organization && {
      name: paper.organization.name,
      fullName: paper.organization.fullname,
    },
    repository: githubRepository(paper.githubRepo ?? ''),
    stars: paper.githubStars,
    projectUrl: httpUrl(paper.projectPage ?? ''),
    thumbnailUrl: httpUrl(thumbnail ?? ''),
  })
}

/** Leaves out absent fields, so that a merge does not take `undefined` for a value. */
function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}

/** Long enough to tell, however much stands in the field. */
const reasonLength = 200

function dropped(record: unknown, index: number, issue: v.BaseIssue<unknown>): DroppedRecord {
  const path = v.getDotPath(issue)
  const reason = `${path ?? t('record.record')}: ${issue.message}`.slice(0, reasonLength)
  const named = v.safeParse(v.object({ paper: v.object({ id }) }), record)
  return { ...(named.success && { id: named.output.paper.id }), index, reason }
}
