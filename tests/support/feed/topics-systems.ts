import type { SampleTopic } from './sample-topic.ts'

/** What happens inside a model, and what it costs to run one. */
export const systemsTopics: readonly SampleTopic[] = [
  {
    task: 'low-bit inference',
    goal: 'large models on small machines',
    motives: [
      'Most of the energy a model uses goes into moving weights that hardly matter.',
      'Phones have the memory of a decade-old server and a fraction of its bandwidth.',
    ],
    gaps: [
      'Quantisers minimise the error of each layer, though errors compound across them.',
      'Outlier channels force whole tensors into a wider format.',
    ],
    ideas: [
      {
        name: 'three-bit weights with rotating codebooks',
        how: 'Consecutive layers use codebooks that are rotations of one another, so that their errors cancel instead of adding up. Decoding remains a table look-up.',
        finding: 'Cancellation is strongest between attention and the block that follows it.',
      },
      {
        name: 'speculative decoding from the cache',
        how: 'Drafts are read from the key-value cache of earlier requests and verified in one pass, without a draft model.',
        finding: 'Code editing accepts eleven tokens per draft, and poetry one.',
      },
      {
        name: 'cache eviction by future attention',
        how: 'A linear probe on the query predicts which keys the coming tokens will attend to, and the others are kept at two bits.',
        finding:
          'Evicting on the basis of past attention drops the very keys that questions come back to.',
      },
    ],
    studies: [
      {
        title: 'Quantization breaks rare languages first',
        question: 'We quantise seven models to four widths and evaluate them in 58 languages.',
        answer:
          'English hides the damage: at three bits some languages lose a third of their accuracy.',
      },
    ],
    items: 'traces of real mobile sessions',
    probe: 'Quality, energy and the time to the first word are measured on the device itself.',
    settings: ['phones, laptops and single-board computers', 'models up to 70B parameters'],
    gains: [
      'decodes {n}× faster at equal quality',
      'keeps accuracy within {n} points of full precision',
    ],
    keywords: ['quantization', 'speculative decoding', 'key-value cache', 'on-device inference'],
  },
  {
    task: 'mechanistic interpretability',
    goal: 'explanations that survive intervention',
    motives: [
      'We can read a network one weight at a time and understand none of it.',
      'An explanation is worth what it lets you predict.',
    ],
    gaps: [
      'Sparse features are named by their strongest examples, which are rarely typical.',
      'Circuits found on one distribution dissolve on the next.',
    ],
    ideas: [
      {
        name: 'sparse autoencoders with causal tie-breaking',
        how: 'Of all the sparse codes that reconstruct an activation equally well, we choose the one whose features have separable effects on the output.',
        finding: 'Feature splitting, often thought unavoidable, is reduced by half.',
      },
      {
        name: 'tracing knowledge through training checkpoints',
        how: 'Facts are followed backwards through checkpoints to the documents that put them there, with influence estimated on a low-rank sketch.',
        finding: 'Most facts are learned three times, and forgotten twice.',
      },
    ],
    studies: [
      {
        title: 'Do two models ever learn the same circuit?',
        question:
          'We train forty small transformers from different seeds and align their components.',
        answer:
          'Induction is universal, arithmetic is idiosyncratic, and tokenisation decides which.',
      },
    ],
    items: 'features with interventions and predicted effects',
    probe:
      'An explanation scores only if a reader can predict the effect of an unseen intervention.',
    settings: [
      'forty seeds of a small transformer',
      'open models of up to nine billion parameters',
    ],
    gains: [
      'predicts interventions {n}% better than labels by example',
      'halves dead features at {n}% more variance explained',
    ],
    keywords: ['interpretability', 'sparse autoencoders', 'circuits', 'causal intervention'],
  },
]
