import { inventFacts } from './sample-facts.ts'
import type { SampleSubject } from './sample-subjects.ts'
import type { SeededRandom } from './seeded-random.ts'
import { toSentenceCase, toTitleCase } from './title-case.ts'

/** A headline for a subject; `name` is the coined name of its system or data set. */
export function writeTitle(subject: SampleSubject, name: string, random: SeededRandom): string {
  const title = random.pick(phrasings(subject, name))
  // A good part of the field writes its titles like sentences.
  return random.chance(0.2) ? toSentenceCase(title) : toTitleCase(title)
}

function phrasings(subject: SampleSubject, name: string): string[] {
  const { task, goal } = subject.topic
  const { thousands } = inventFacts(subject.topic, name)
  switch (subject.kind) {
    case 'method':
      return methodPhrasings(subject.idea.name, task, goal, name)
    case 'revisit':
      return [
        `${subject.idea.name}, revisited`,
        `when does ${subject.idea.name} help?`,
        `a second look at ${subject.idea.name} for ${task}`,
        `scaling ${subject.idea.name}: what holds and what does not`,
        `${name}: a stronger baseline than ${subject.idea.name}`,
      ]
    case 'study':
      return [subject.study.title]
    case 'survey':
      return [
        `a survey of ${task}`,
        `${task}: a practical guide`,
        `ten open problems in ${task}`,
        `${task} after five years: progress, detours and the road to ${goal}`,
      ]
    case 'benchmark':
      return [
        `${name}: a benchmark for ${task}`,
        `${name}: ${thousands},000 ${subject.topic.items}`,
        `measuring ${task} with ${name}`,
        `${name}: ${subject.topic.items}`,
        `is ${task} solved? evidence from ${subject.topic.items}`,
        `${name}: testing the way to ${goal}`,
      ]
  }
}

function methodPhrasings(idea: string, task: string, goal: string, name: string): string[] {
  const joint = /^\S*ing\b/.test(idea) ? 'by' : idea.includes(' with ') ? 'through' : 'with'
  const aim = idea.includes(' for ') ? 'in' : 'for'
  return [
    idea,
    `${name}: ${idea}`,
    `${name}: ${idea}`,
    `${name}: ${idea} ${aim} ${task}`,
    `${idea} ${aim} ${task}`,
    `${name}: ${task} ${joint} ${idea}`,
    `toward ${goal}: ${idea}`,
    `rethinking ${task}: ${idea}`,
    `improving ${task} ${joint} ${idea}`,
    `${name}: toward ${goal}`,
  ]
}
