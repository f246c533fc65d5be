import type { LibraryEntry } from '../../../lib/library/merge/entry.ts'
import { nextStamp } from '../../../lib/model/stamp.ts'
import { createRandom } from '../feed/seeded-random.ts'

const day = 86_400_000
const last = Date.parse('2026-08-14T12:00:00Z')
const machines = ['m4ch1ne0', 'm4ch1ne1']
const tags = [
  ...['to cite', 'thesis', 'diffusion', 'agents', 'evaluation', 'group meeting', 'scaling'],
  ...['reinforcement learning', 'interpretability', 'retrieval', 'datasets', 'video', 'speech'],
  ...['safety', 'long context', 'mixture of experts', 'robotics', 'compression', 'code', 'maths'],
]

/**
 * The library of someone who saved papers for three years, at any time of any day, on two
 * machines, and gave each two tags: half of them within a minute of saving, the others within a
 * month. Every second paper was moved on from "to read" within a quarter of a year. Nothing shares
 * a time with anything else but the two tags, so that this packs worse than an import would.
 */
export function sampleLibrary(count: number, seed = 1): LibraryEntry[] {
  const random = createRandom(seed)
  const upTo = (limit: number) => random.between(0, limit - 1)
  const stamp = (ms: number) => nextStamp(undefined, Math.min(ms, last), random.pick(machines))
  const entries = new Map<string, LibraryEntry>()
  while (entries.size < count) {
    const savedAt = last - upTo(3 * 365 * day)
    const published = new Date(savedAt - upTo(45) * upTo(2) * day - upTo(3) * day)
    const yymm = published.toISOString().slice(2, 7).replace('-', '')
    const id = `${yymm}.${String(upTo(20_000)).padStart(5, '0')}`
    const tagged = stamp(savedAt + (random.chance(0.5) ? upTo(60_000) : upTo(30 * day)))
    const first = upTo(tags.length)
    const second = (first + 1 + upTo(tags.length - 1)) % tags.length
    entries.set(id, {
      id,
      saved: { stamp: stamp(savedAt + upTo(4)), value: { at: savedAt, from: 'paperboy' } },
      ...(random.chance(0.5) && {
        status: {
          stamp: stamp(savedAt + upTo(90 * day)),
          value: random.chance(0.7) ? 'read' : 'reading',
        },
      }),
      tags: new Map(
        [first, second].map((index) => [tags[index] as string, { stamp: tagged, value: true }]),
      ),
    })
  }
  return [...entries.values()]
}
