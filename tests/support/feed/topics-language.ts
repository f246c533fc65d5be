import type { SampleTopic } from './sample-topic.ts'

/** Language models: what they read, how they reason, what they remember. */
export const languageTopics: readonly SampleTopic[] = [
  {
    task: 'long-document question answering',
    goal: 'dependable reading at a million tokens',
    motives: [
      'Language models now accept whole books, yet what they use of them is uneven.',
      'A context window is a promise: whatever was put in can be called upon later.',
      'Legal and clinical readers ask questions whose evidence is scattered over hundreds of pages.',
    ],
    gaps: [
      'Sparse attention keeps the cost in check but decides too early which passages matter.',
      'Retrieval pipelines cut a document into pieces and lose the thread that joined them.',
    ],
    ideas: [
      {
        name: 'anchored sparse attention',
        how: 'A few anchor tokens per section stay visible to every layer, while all other keys are fetched only when an anchor asks for their block. The anchors are trained together with the model and need no change to the vocabulary.',
        finding: 'Most anchors settle on headings and definitions without being told to.',
      },
      {
        name: 'reading with a running ledger',
        how: 'While it reads, the model writes short entries into a bounded ledger and may strike out what later pages contradict. At question time it sees the ledger first and opens pages second.',
        finding:
          'Struck-out entries turn out to be the best predictor of a question the model will miss.',
      },
      {
        name: 'positional interpolation by document structure',
        how: 'Instead of counting tokens, positions follow the outline of the document, so that two paragraphs of one section stay close however long the section grows.',
        finding: 'The advantage grows with length and vanishes on texts without headings.',
      },
    ],
    studies: [
      {
        title: 'Where do long contexts go to waste?',
        question:
          'We trace which of the supplied tokens ever influence an answer, by erasing them one span at a time.',
        answer:
          'Fewer than a tenth do, and instructions placed in the middle are the first to be ignored.',
      },
    ],
    items: 'questions over complete reports and novels',
    probe: 'Every question needs at least three passages that stand more than forty pages apart.',
    settings: ['six suites of long-document questions', 'contracts, case files and field manuals'],
    gains: ['raises exact match by {n} points', 'answers with {n}× less memory at equal quality'],
    keywords: ['long context', 'sparse attention', 'document understanding', 'evidence retrieval'],
  },
  {
    task: 'mathematical reasoning',
    goal: 'proofs that can be checked',
    motives: [
      'Chains of thought have made language models competent at contest mathematics.',
      'A correct final number says little about the argument that led to it.',
      'Much of the compute spent on reasoning goes into retracing steps that were already sound.',
    ],
    gaps: [
      'Outcome rewards cannot tell a lucky guess from a derivation.',
      'Verifiers trained on human grades inherit a preference for confident prose.',
    ],
    ideas: [
      {
        name: 'step-level credit from counterfactual rollouts',
        how: 'For each step we resample the remainder of the solution with and without it, and credit the step with the difference. The estimate needs no labels and is shared by all rollouts that pass through the same prefix.',
        finding: 'Nearly half of all steps receive no credit at all, and can be dropped.',
      },
      {
        name: 'lemma caching across problems',
        how: 'Statements proved once are stored with their conditions and offered to later problems as tools. A small checker confirms that the conditions hold before a lemma may be cited.',
        finding: 'A hundred lemmas cover two thirds of the reuse, most of them inequalities.',
      },
      {
        name: 'reinforcement learning with a budget of doubt',
        how: 'The policy is granted a fixed number of tokens in which it may question itself; what it does not spend is returned as reward. Difficulty sets the grant.',
        finding: 'Hesitation moves from easy problems, where it was ornamental, to the hard ones.',
      },
    ],
    studies: [
      {
        title: 'Longer reasoning is not deeper reasoning',
        question:
          'We ask whether the length of a solution predicts the number of independent ideas in it.',
        answer: 'Beyond a modest length it does not: models restate, rename and re-verify.',
      },
    ],
    items: 'olympiad-style problems with machine-checked solutions',
    probe:
      'Each problem comes with a near twin whose obvious solution fails, so that pattern matching is visible.',
    settings: ['four contest sets and a formal library', 'undergraduate analysis and algebra'],
    gains: ['solves {n}% more problems at the same budget', 'improves pass@1 by {n} points'],
    keywords: ['mathematical reasoning', 'process rewards', 'chain of thought', 'verification'],
  },
  {
    task: 'mixture-of-experts pretraining',
    goal: 'experts that earn their keep',
    motives: [
      'Mixtures of experts buy capacity without paying for it at every token.',
      'Routers decide where knowledge lives, yet they are trained as an afterthought.',
    ],
    gaps: [
      'Balancing losses keep the experts busy at the price of keeping them alike.',
      'Capacity limits drop exactly those tokens that are rare and hard.',
    ],
    ideas: [
      {
        name: 'routing by predicted surprise',
        how: 'A token is sent to more experts when a one-layer probe expects it to be surprising, and to none when it is not. The expected load is constant over a batch, so that no balancing loss is needed.',
        finding:
          'Punctuation and frequent suffixes hardly ever visit an expert after the first tenth of training.',
      },
      {
        name: 'sparse upcycling with shared low-rank ancestors',
        how: 'All experts grow from one dense layer and keep a common ancestor, to which each adds a low-rank difference that may grow in rank as evidence accumulates.',
        finding: 'Ranks grow unevenly: a few experts become large and most remain modest.',
      },
    ],
    studies: [
      {
        title: 'What do experts specialise in? A census of 12,000 feed-forward blocks',
        question: 'We annotate what every expert of nine open models responds to.',
        answer:
          'Syntax explains early experts, domain explains late ones, and language explains almost none.',
      },
    ],
    items: 'routing traces from nine open checkpoints',
    probe:
      'Tasks are built so that only a specialised expert can solve them within the given budget.',
    settings: ['models from 400M to 30B parameters', 'a 600-billion-token multilingual mix'],
    gains: ['reaches the same loss with {n}× less compute', 'lowers validation perplexity by {n}%'],
    keywords: ['mixture of experts', 'sparse upcycling', 'routing', 'pretraining'],
  },
  {
    task: 'low-resource translation',
    goal: 'translation for languages without a web',
    motives: [
      'Three thousand languages have a grammar and a dictionary but no corpus.',
      'Speakers of small languages are asked for data again and again and see little in return.',
    ],
    gaps: [
      'Transfer from related languages imports their spelling and their loanwords.',
      'Automatic scores reward fluent output in the wrong dialect.',
    ],
    ideas: [
      {
        name: 'grammar-book prompting with morpheme alignment',
        how: 'Glossed examples are selected by the morphemes they share with the sentence at hand, and the model is asked to gloss before it translates.',
        finding: 'Ten well-chosen examples outweigh the remaining two hundred pages.',
      },
      {
        name: 'elicitation schedules learned from field notes',
        how: 'A planner proposes the next sentence to ask a speaker, trading what it would teach the model against the minutes it would take to answer.',
        finding:
          'Short questions about possession and direction come first in every language we tried.',
      },
    ],
    studies: [
      {
        title: 'Does a dialect survive fine-tuning?',
        question:
          'We follow eleven dialect markers through continued training on the standard language.',
        answer:
          'Spelling goes first, word order last, and replaying a thousand sentences preserves both.',
      },
    ],
    items: 'sentence pairs in 31 languages, each checked by two speakers',
    probe:
      'References keep dialect, register and politeness apart, so that a fluent but foreign answer loses.',
    settings: ['31 languages from four families', 'a year of community translations'],
    gains: [
      'gains {n} chrF over the strongest baseline',
      'is preferred by speakers {n}% more often',
    ],
    keywords: [
      'low-resource languages',
      'machine translation',
      'in-context learning',
      'morphology',
    ],
  },
  {
    task: 'retrieval-augmented generation',
    goal: 'answers that show their sources',
    motives: [
      'A model that cites is easier to trust, if the citations say what it claims.',
      'Search engines rank for people who skim; models read every line they are given.',
    ],
    gaps: [
      'Retrievers are trained on relevance, although what the reader needs is sufficiency.',
      'Adding more passages helps until, quite suddenly, it does not.',
    ],
    ideas: [
      {
        name: 'sufficiency-trained dense retrieval',
        how: 'A set of passages is scored as a whole by whether the answer can be derived from it and from nothing smaller. The retriever is distilled from that score with a submodular surrogate.',
        finding: 'The sets it prefers are small, and they overlap less than those of any ranker.',
      },
      {
        name: 'citation by entailment',
        how: 'Each sentence is generated next to the span that entails it, and decoding backs off to a shorter claim whenever no span does.',
        finding:
          'Claims become shorter by a fifth and the number of unsupported ones falls sharply.',
      },
      {
        name: 'indexing questions instead of passages',
        how: 'Every passage is represented by the questions it can answer, written once and kept apart in the index; retrieval then matches like with like.',
        finding: 'Tables and footnotes benefit most, as their wording never resembles a query.',
      },
    ],
    studies: [
      {
        title: 'How many passages are too many?',
        question: 'We vary the number, order and quality of retrieved passages independently.',
        answer: 'A single plausible distractor does more harm than five irrelevant passages.',
      },
    ],
    items: 'questions with minimal sufficient evidence',
    probe:
      'For each question we annotate every smallest set of passages from which the answer follows.',
    settings: ['open-domain and biomedical questions', 'enterprise wikis and public encyclopedias'],
    gains: [
      'improves citation precision by {n} points',
      'halves unsupported claims and gains {n} F1',
    ],
    keywords: ['retrieval-augmented generation', 'dense retrieval', 'attribution', 'entailment'],
  },
  {
    task: 'preference optimization',
    goal: 'assistants that can say they do not know',
    motives: [
      'Alignment reduces thousands of opinions to one number.',
      'People change their mind about an answer once they have tried to use it.',
    ],
    gaps: [
      'Pairwise losses push probability away from both answers whenever they are alike.',
      'Reward models reward length, and policies are quick to notice.',
    ],
    ideas: [
      {
        name: 'preference learning from deferred feedback',
        how: 'Judgements are collected twice, at once and a day later, and the policy learns from the revision. A hazard model accounts for the judgements that never arrive.',
        finding: 'Second thoughts favour shorter answers and stated uncertainty.',
      },
      {
        name: 'disagreement-aware reward heads',
        how: 'The reward is a small distribution with one mode for each camp of annotators, and the policy maximises the lower envelope unless a user has chosen a side.',
        finding: 'Camps are stable over topics and need not be known in advance.',
      },
    ],
    studies: [
      {
        title: 'Can a model learn to abstain without learning to refuse?',
        question: 'We separate questions that should not be answered from those that cannot be.',
        answer:
          'The two behaviours share a direction in activation space, but it can be split early in training.',
      },
    ],
    items: 'paired judgements with a later revision',
    probe: 'Annotators come back after using an answer and say whether they would choose it again.',
    settings: ['writing, coding and advice tasks', 'two open instruction mixes'],
    gains: [
      'lowers the rate of confident errors by {n}%',
      'wins {n}% more comparisons at equal length',
    ],
    keywords: ['preference optimization', 'reward modeling', 'calibration', 'abstention'],
  },
]
