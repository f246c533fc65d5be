import { addDays, isWeekend } from './calendar.ts'
import type { RawDay, RawRecord } from './raw-paper.ts'
import { oddities, repeatsDaysBack } from './sample-oddities.ts'
import { inventOrganizations } from './sample-people.ts'
import { writeRecord } from './sample-record.ts'
import { dealSubjects } from './sample-subjects.ts'
import { coinages } from './sample-words.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'

/** The newest day of the sample, a Friday. */
export const newestSampleDate = '2026-08-21'

const seed = 20_260_821

/** Papers a day, newest first. */
const dayLengths = [31, 24, 17, 28, 21, 12, 19, 9, 34, 15, 22, 8]

/**
 * Twelve weekdays of a made-up feed, oldest first, in the shape of the API's own answers: the same
 * on every call. Every abstract names a system or data set that no other paper names.
 */
export function generateSampleFeed(): RawDay[] {
  const random = createRandom(seed)
  const organizations = inventOrganizations(random)
  const subjects = dealSubjects(random)
  const names = random.shuffle(coinages)
  const days: { date: string; papers: RawRecord[] }[] = []
  let serial = 0
  let date = newestSampleDate

  for (const length of dayLengths) {
    const papers = inventUpvotes(length, random).map((upvotes) => {
      const subject = subjects[serial % subjects.length]
      const name = names[serial % names.length]
      if (!subject || !name) throw new RangeError('The sample has run out of things to say')
      serial++
      const plan = { subject, name, date, serial, upvotes, organizations }
      // A generator of its own for each paper: rewording one leaves the others as they are.
      return writeRecord(plan, createRandom(seed + serial))
    })
    days.push({ date, papers })
    date = previousWeekday(date)
  }

  makeOdd(days)
  return days.reverse()
}

/** A few papers get most of the votes, and ties are common: descending, as the feed lists them. */
function inventUpvotes(length: number, random: SeededRandom): number[] {
  const top = random.between(60, 180)
  const upvotes = Array.from({ length }, () => Math.floor(top * random.next() ** 2.4) + 1)
  return upvotes.sort((one, other) => other - one)
}

function makeOdd(days: readonly { papers: RawRecord[] }[]): void {
  for (const { daysBack, at, change } of oddities) {
    const record = days[daysBack]?.papers[at]
    if (record) change(record, createRandom(seed + 1000 * daysBack + at))
  }
  const repeating = days[repeatsDaysBack]?.papers
  if (repeating?.[3]) repeating.splice(4, 0, structuredClone(repeating[3]))
}

function previousWeekday(date: string): string {
  let earlier = addDays(date, -1)
  while (isWeekend(earlier)) earlier = addDays(earlier, -1)
  return earlier
}
