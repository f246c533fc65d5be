import { addDays } from './calendar.ts'
import type { RawOrganization, RawPaper, RawRecord } from './raw-paper.ts'
import { writeAbstract, writeTldr } from './sample-abstracts.ts'
import { inventAuthors, inventName, inventUser, slugify, toSubmitter } from './sample-people.ts'
import type { SampleSubject } from './sample-subjects.ts'
import { writeTitle } from './sample-titles.ts'
import type { SeededRandom } from './seeded-random.ts'

export type SampleRecordPlan = {
  subject: SampleSubject
  /** The coined name of the paper's system or data set. */
  name: string
  /** The day of the feed it appears on. */
  date: string
  /** Unique over the sample; becomes part of the id. */
  serial: number
  upvotes: number
  organizations: readonly RawOrganization[]
}

/** Writes one element of a day's listing, with the same keys missing as in the real feed. */
export function writeRecord(plan: SampleRecordPlan, random: SeededRandom): RawRecord {
  const published = addDays(plan.date, -random.pick([1, 1, 1, 2, 2, 3, 3, 4, 7]))
  const publishedAt = `${published}T00:00:00.000Z`
  const title = writeTitle(plan.subject, plan.name, random)
  const summary = writeAbstract(plan.subject, plan.name, random)
  const submitter = inventUser(inventName(random), random)
  const optional = {
    ...(random.chance(0.2) && { mediaUrls: [inventMediaUrl(random)] }),
    ...(random.chance(0.6) && { organization: random.pick(plan.organizations) }),
  }
  // arXiv has never counted past 30,000 in a month: no sample id is anybody's paper.
  const id = `${published.slice(2, 4)}${published.slice(5, 7)}.${90_000 + plan.serial}`

  const paper: RawPaper = {
    id,
    authors: inventAuthors(random.pick([1, 2, 3, 4, 5, 6, 7, 8, 12, 19]), publishedAt, random),
    publishedAt,
    submittedOnDailyAt: `${plan.date}T00:00:00.000Z`,
    title,
    submittedOnDailyBy: submitter,
    summary,
    upvotes: plan.upvotes,
    discussionId: random.hex(24),
    ...inventLinks(plan, random),
    ...inventReading(plan, random),
    ...optional,
  }
  return {
    paper,
    publishedAt: `${addDays(published, -1)}T20:00:00.000Z`,
    title,
    summary,
    ...optional,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: random.between(0, 2) + Math.floor(plan.upvotes / 30),
    submittedBy: toSubmitter(submitter, random),
    isAuthorParticipating: random.chance(0.4),
  }
}

function inventLinks(plan: SampleRecordPlan, random: SeededRandom): Partial<RawPaper> {
  const slug = slugify(plan.name)
  const owner = random.pick(plan.organizations).name
  return {
    ...(random.chance(0.48) && { projectPage: `https://${slug}.example/` }),
    ...(random.chance(0.58) && {
      githubRepo: `https://github.com/${owner}/${slug}`,
      githubRepoAddedBy: random.chance(0.98) ? 'user' : 'auto',
      githubStars: Math.floor(10 ** (random.next() * 3.6)) - 1,
    }),
  }
}

function inventReading(plan: SampleRecordPlan, random: SeededRandom): Partial<RawPaper> {
  if (!random.chance(0.8)) return {}
  const { subject } = plan
  const own = 'idea' in subject ? [subject.idea.name] : []
  return {
    ai_summary: writeTldr(subject, plan.name),
    ai_keywords: [...own, ...random.shuffle(subject.topic.keywords)],
    ...(random.chance(0.5) && { ai_summary_model: 'sample/summarizer' }),
  }
}

function inventMediaUrl(random: SeededRandom): string {
  const file = random.pick(['overview.png', 'overview.png', 'teaser.mp4'])
  return `https://cdn-uploads.huggingface.co/production/uploads/${random.hex(24)}/${file}`
}
