import type { RawRecord } from './raw-paper.ts'
import { inventAuthors } from './sample-people.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The longest title in the real feed has as many characters. */
export const longestTitle =
  'On the Surprisingly Persistent Influence of Data Order, Document Length and Deduplication Granularity upon the Factual Recall of Multilingual Language Models: A Preregistered Study over Six Training Budgets'

/** As many as the longest author list of the real feed. */
export const mostAuthors = 3303

type Oddity = {
  /** Days before the newest one. */
  daysBack: number
  /** Position in the day's listing. */
  at: number
  change: (record: RawRecord, random: SeededRandom) => void
}

/**
 * Values the real feed has been seen to send and that have broken readers of it. All but two sit on
 * older days, so that the newest looks as an ordinary day does.
 */
export const oddities: readonly Oddity[] = [
  {
    daysBack: 0,
    at: 11,
    change: (record) =>
      rewrite(
        record,
        'What Happens between <think> and the Answer? An Audit of Reasoning Traces',
        'Reasoning models are asked to think aloud before they answer, and what they write is taken for what they did. We audit 61,000 traces enclosed by <think> and </think> and ask whether the answer could have been told from the trace, and the trace from the answer. Editing a trace so that it argues for another result changes the answer in only 38% of cases; removing it altogether changes fewer still on easy questions. Faithfulness rises with difficulty, and falls whenever the question itself suggests what the asker would like to hear. We describe eleven recurring patterns, from the rehearsed afterthought to the silent correction, and publish the annotations together with a small annotator model under the name Tracewarden.',
        'An audit of 61,000 reasoning traces finds that many answers do not depend on the reasoning shown.',
      ),
  },
  {
    daysBack: 0,
    at: 13,
    change: (record) => {
      const bound =
        'Its cost is $\\mathcal{O}(n \\log n)$ in the length of the run, and its error stays below $\\epsilon = 10^{-3}$ with probability $1 - \\delta$.'
      retell(record, `${record.paper.summary} ${bound}`)
    },
  },
  {
    daysBack: 2,
    at: 3,
    change: (record) =>
      rewrite(
        record,
        'L_2 Is Enough: Weight Decay and the Shape of $\\nabla^2 f$ in Overparameterized Networks',
        'Regularisers multiply, while $L_2$ is seldom asked what it can do alone. We prove that decoupled weight decay with coefficient $\\lambda_t \\propto 1/\\sqrt{t}$ drives the iterates of stochastic gradient descent toward minima whose Hessian $\\nabla^2 f(\\theta)$ has stable rank at most $r \\ll d$, and that the bound is tight up to a factor of $\\log d$. Experiments on image and text classifiers confirm the predicted spectrum over four orders of magnitude in width. \\textit{Inter alia}, the result explains why warm restarts help with a fixed coefficient and stop helping with a decaying one, about 5\\% of accuracy in our runs. We call the resulting recipe Plainspoken, since it has a single constant to choose.',
        'Weight decay with a decaying coefficient provably finds minima of low stable rank.',
      ),
  },
  {
    daysBack: 3,
    at: 5,
    change: (record) =>
      rewrite(
        record,
        longestTitle,
        'Whether a model recalls a fact is said to depend on how often it was seen. We show that it depends as much on when, in what company, and at what length. Six training budgets, four corpora and three granularities of deduplication were fixed before a single run was started, together with the hypotheses and the analysis. Order explains a fifth of the variance of recall, document length a tenth, and removing duplicate paragraphs instead of documents helps rare facts at the expense of frequent ones. Effects in Swahili, Estonian and Vietnamese are twice as large as those in English. All 216 checkpoints and the registration, nicknamed Ledgerstone, are public.',
        'Data order and document length shape factual recall nearly as much as frequency does.',
      ),
  },
  {
    daysBack: 4,
    at: 0,
    change: (record, random) => {
      const changedAt = record.paper.publishedAt
      record.paper.authors = inventAuthors(mostAuthors, changedAt, random)
    },
  },
  {
    daysBack: 5,
    at: 2,
    change: ({ paper }) => {
      paper.githubRepo = `https://github.com\n${new URL(repoOf(paper)).pathname.slice(1)}.git`
    },
  },
  {
    daysBack: 5,
    at: 6,
    change: ({ paper }) => {
      paper.githubRepo = `${repoOf(paper)}/tree/main`
    },
  },
  {
    daysBack: 6,
    at: 1,
    change: ({ paper }) => {
      paper.projectPage = ' https://leading-space.example/paper'
    },
  },
  {
    daysBack: 6,
    at: 4,
    change: ({ paper }) => {
      paper.projectPage = "javascript:alert('project page')"
    },
  },
]

/** The day, counted back from the newest, on which one paper is listed twice in a row. */
export const repeatsDaysBack = 7

function repoOf(paper: RawRecord['paper']): string {
  return paper.githubRepo ?? 'https://github.com/amberline-research/odd-one-out'
}

function rewrite(record: RawRecord, title: string, summary: string, tldr: string): void {
  record.title = title
  record.paper.title = title
  record.paper.ai_summary = tldr
  record.paper.ai_keywords = ['language models', 'training dynamics', 'evaluation']
  retell(record, summary)
}

function retell(record: RawRecord, summary: string): void {
  record.summary = summary
  record.paper.summary = summary
}
