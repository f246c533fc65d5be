import type { SampleIdea, SampleStudy, SampleTopic } from './sample-topic.ts'
import type { SeededRandom } from './seeded-random.ts'
import { agentTopics } from './topics-agents.ts'
import { languageTopics } from './topics-language.ts'
import { scienceTopics } from './topics-science.ts'
import { systemsTopics } from './topics-systems.ts'
import { visionTopics } from './topics-vision.ts'

/** What one sample paper is about. */
export type SampleSubject =
  | { kind: 'method' | 'revisit'; topic: SampleTopic; idea: SampleIdea }
  | { kind: 'study'; topic: SampleTopic; study: SampleStudy }
  | { kind: 'benchmark' | 'survey'; topic: SampleTopic }

/** Subjects in the order in which they are used: nothing is said twice before all is said once. */
export function dealSubjects(random: SeededRandom): SampleSubject[] {
  const topics = [
    ...languageTopics,
    ...visionTopics,
    ...agentTopics,
    ...systemsTopics,
    ...scienceTopics,
  ]
  const withIdea = (kind: 'method' | 'revisit'): SampleSubject[] =>
    topics.flatMap((topic) => topic.ideas.map((idea) => ({ kind, topic, idea })))
  const plain = (kind: 'benchmark' | 'survey'): SampleSubject[] =>
    topics.map((topic) => ({ kind, topic }))
  const studies: SampleSubject[] = topics.flatMap((topic) =>
    topic.studies.map((study) => ({ kind: 'study' as const, topic, study })),
  )
  return [
    ...random.shuffle([...withIdea('method'), ...studies, ...plain('benchmark')]),
    ...random.shuffle([...withIdea('revisit'), ...plain('survey')]),
    ...random.shuffle([...withIdea('method'), ...plain('benchmark')]),
  ]
}
