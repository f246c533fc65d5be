import * as v from 'valibot'
import { isFeedDate } from '../model/feed-date.ts'
import { maxAuthorsKept, type Paper } from '../model/paper.ts'
import { isTime } from '../model/time.ts'
import { githubRepository, httpUrl } from './outside-url.ts'
import { foldSpace } from './text.ts'

const text = v.pipe(v.string(), v.transform(foldSpace))
const someText = v.pipe(text, v.nonEmpty())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.check(isTime))
const extra = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined)
const url = v.pipe(
  v.string(),
  v.transform((value) => httpUrl(value)),
)

/** A paper as another machine keeps it. */
const paperCopy = v.object({
  id: v.string(),
  title: someText,
  abstract: text,
  authors: v.pipe(v.array(someText), v.maxLength(maxAuthorsKept)),
  authorCount: count,
  publishedAt: time,
  datedTo: extra(v.picklist(['month', 'year'])),
  revisedAt: extra(time),
  feedDate: extra(v.pipe(v.string(), v.check(isFeedDate))),
  upvotes: count,
  comments: count,
  tldr: extra(someText),
  keywords: v.array(someText),
  organization: extra(v.object({ name: someText, fullName: someText })),
  repository: extra(
    v.pipe(
      v.string(),
      v.transform((value) => githubRepository(`https://github.com/${value}`)),
    ),
  ),
  stars: extra(count),
  projectUrl: extra(url),
  thumbnailUrl: extra(url),
  primaryClass: extra(someText),
  doi: extra(someText),
  venue: extra(someText),
  isInJournal: extra(v.literal(true)),
  onlyOnArxiv: extra(v.literal(true)),
  firstSeenAt: time,
})

/** Checks the record of a paper that came from another machine, as if it came from the feed. */
export function readPaperCopy(record: unknown): Paper | undefined {
  const result = v.safeParse(paperCopy, record)
  if (!result.success) return undefined
  const present = Object.entries(result.output).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as unknown as Paper
}
