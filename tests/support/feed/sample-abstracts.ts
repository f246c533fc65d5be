import { inventFacts } from './sample-facts.ts'
import type { SampleSubject } from './sample-subjects.ts'
import type { SeededRandom } from './seeded-random.ts'
import { capitalize } from './title-case.ts'

const asides = [
  'Ablations show that no component can be removed without losing at least a third of the gain.',
  'The additional cost of training stays below two percent.',
  'We report in detail where it fails, and what the failures have in common.',
  'A replication by a second group, registered in advance, agrees within the error bars.',
  'The effect persists in models ten times larger, although it becomes smaller.',
  'None of this requires access to proprietary data.',
  'Results vary little between seeds, and we publish all of them.',
  'A study with practitioners confirms that the difference is noticed outside the laboratory.',
  'Simple baselines remain competitive in two of the settings, and we discuss why.',
  'We conclude with recommendations for those who report results in this area.',
]

const releases = [
  'Code and checkpoints are available.',
  'We release code, data and training logs.',
  'All artefacts are published under a permissive license.',
  'An interactive demo accompanies the paper.',
  'The evaluation harness is public, and submissions are open.',
]

const shortestAbstract = 640

/** An abstract of 600 to 1,400 characters that names `name` at least once. */
export function writeAbstract(subject: SampleSubject, name: string, random: SeededRandom): string {
  const spare = random.shuffle(asides)
  const sentences = [...body(subject, name, random), ...spare.splice(0, random.between(0, 4))]
  while (sentences.join(' ').length < shortestAbstract) sentences.push(spare.shift() ?? '')
  if (random.chance(0.6)) sentences.push(random.pick(releases))
  return sentences.join(' ')
}

/** The one-sentence summary the feed calls `ai_summary`. */
export function writeTldr(subject: SampleSubject, name: string): string {
  const { topic } = subject
  const { setting, gain } = inventFacts(topic, name)
  switch (subject.kind) {
    case 'method':
      return `${name} uses ${subject.idea.name} and ${gain} on ${setting}.`
    case 'revisit':
      return `A careful re-examination of ${subject.idea.name} on ${setting} shows when it pays off.`
    case 'study':
      return subject.study.answer
    case 'survey':
      return `An overview of ${topic.task} that sorts methods by their assumptions.`
    case 'benchmark':
      return `${name} collects ${topic.items} to measure progress in ${topic.task}.`
  }
}

function body(subject: SampleSubject, name: string, random: SeededRandom): string[] {
  const { topic } = subject
  const opening = [
    ...random.shuffle(topic.motives).slice(0, random.between(1, 2)),
    ...random.shuffle(topic.gaps).slice(0, random.between(1, 2)),
  ]
  const { setting, gain, thousands } = inventFacts(topic, name)
  switch (subject.kind) {
    case 'method':
      return [
        ...opening,
        random.pick([
          `We introduce ${name}, which builds on ${subject.idea.name}.`,
          `This paper presents ${name}, a system built around ${subject.idea.name}.`,
          `Our answer is ${name}: ${subject.idea.name}, applied to ${topic.task}.`,
          `We propose ${subject.idea.name} and put the idea to work in ${name}.`,
        ]),
        subject.idea.how,
        random.pick([
          `On ${setting}, ${name} ${gain}, compared with the strongest published baseline.`,
          `Evaluated on ${setting}, it ${gain}, and does so over ${random.between(3, 9)} seeds.`,
          `${name} ${gain} on ${setting}, without additional training data.`,
        ]),
        subject.idea.finding,
      ]
    case 'revisit':
      return [
        `${capitalize(subject.idea.name)} has become a common ingredient of ${topic.task}.`,
        random.pick(topic.gaps),
        `We re-implement it from scratch in ${name}, an open and deliberately plain code base, and vary one choice at a time on ${setting}.`,
        `Done with care, it ${gain}; done as usually described, it gives back most of that.`,
        subject.idea.finding,
        'A short checklist tells practitioners beforehand on which side they will find themselves.',
      ]
    case 'study':
      return [
        ...opening,
        subject.study.question,
        `The experiments cover ${setting} and are collected in ${name}, an open notebook that anyone can extend.`,
        subject.study.answer,
        `A remedy that follows directly from the analysis ${gain}.`,
      ]
    case 'survey':
      return [
        ...opening,
        `We review ${random.between(110, 480)} papers on ${topic.task} and arrange them by what they assume and not by what they are called.`,
        `A common protocol, ${name}, makes ${random.between(12, 40)} of them comparable on ${setting}; the best of them ${gain}, and it is not the newest.`,
        `We close with open problems on the way to ${topic.goal}.`,
      ]
    case 'benchmark':
      return [
        ...opening,
        `We present ${name}, a collection of ${thousands},000 ${topic.items}.`,
        topic.probe,
        `Among ${random.between(9, 41)} systems, the best reaches ${random.between(31, 68)}% where people reach ${random.between(84, 97)}%.`,
        `A simple change suggested by the errors ${gain}, which leaves ample room on the way to ${topic.goal}.`,
      ]
  }
}
