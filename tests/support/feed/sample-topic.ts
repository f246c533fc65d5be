/** A method a sample paper can be about. */
export type SampleIdea = {
  /** A noun phrase in lower case, fit for a title and for the middle of a sentence. */
  name: string
  /** How it works: whole sentences. */
  how: string
  /** What it taught: one whole sentence. */
  finding: string
}

/** A question a sample paper can ask, without proposing anything. */
export type SampleStudy = {
  title: string
  question: string
  answer: string
}

/** A field of research with enough of its own vocabulary to fill an abstract. */
export type SampleTopic = {
  /** "… for {task}", in lower case. */
  task: string
  /** "Toward {goal}", in lower case. */
  goal: string
  motives: readonly string[]
  gaps: readonly string[]
  ideas: readonly SampleIdea[]
  studies: readonly SampleStudy[]
  /** What a data set in this field holds, after a number: "annotated floor plans". */
  items: string
  /** What such a data set tests: one whole sentence. */
  probe: string
  /** "on {setting}". */
  settings: readonly string[]
  /** A verb phrase with `{n}` for a number of one decimal: "raises accuracy by {n} points". */
  gains: readonly string[]
  keywords: readonly string[]
}
