import type { SampleTopic } from './sample-topic.ts'
import { createRandom } from './seeded-random.ts'

/** What a paper claims, so that its title, its abstract and its summary claim the same. */
export type SampleFacts = {
  /** "on {setting}". */
  setting: string
  /** A verb phrase: "raises accuracy by 2.4 points". */
  gain: string
  /** Size of its data set, in thousands. */
  thousands: number
}

/** The facts follow from the paper's coined name alone. */
export function inventFacts(topic: SampleTopic, name: string): SampleFacts {
  const seed = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7)
  const random = createRandom(seed)
  const amount = (random.between(11, 69) / 10).toFixed(1)
  return {
    setting: random.pick(topic.settings),
    gain: random.pick(topic.gains).replace('{n}', amount),
    thousands: random.between(2, 90),
  }
}
