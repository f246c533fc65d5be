import type { SampleTopic } from './sample-topic.ts'

/** Proteins, weather, graphs, and training itself as a thing to study. */
export const scienceTopics: readonly SampleTopic[] = [
  {
    task: 'protein design',
    goal: 'enzymes made to order',
    motives: [
      'Nature has explored a vanishing part of the sequences that fold.',
      'Designed binders work in one assay of five, and nobody can say which one.',
    ],
    gaps: [
      'Structure predictors are confident about sequences that do not express.',
      'Design pipelines fix the backbone before anything is known about its motion.',
    ],
    ideas: [
      {
        name: 'co-designing sequence and motion',
        how: 'Diffusion acts on short trajectories and not on a single structure, so that a hinge can be requested as easily as a fold.',
        finding: 'Requested motions appear in simulation for seven designs out of ten.',
      },
      {
        name: 'learning from failed expression',
        how: 'Forty thousand sequences that never expressed become negative evidence for a language model, weighted by what is known of each laboratory protocol.',
        finding: 'Signals of failure sit near the termini, where design tools seldom look.',
      },
    ],
    studies: [
      {
        title: 'What protein language models know about water',
        question: 'We probe for solvent exposure, hydration and aggregation in seven models.',
        answer: 'Exposure is linear from the third layer on; aggregation is not there at all.',
      },
    ],
    items: 'designs with expression and activity measurements',
    probe: 'Failures are reported in full, with protocol, temperature and batch.',
    settings: ['three enzyme families', 'a blinded wet-lab round'],
    gains: [
      'lifts the experimental success rate by {n} points',
      'finds active designs with {n}× fewer assays',
    ],
    keywords: [
      'protein design',
      'diffusion models',
      'protein language models',
      'enzyme engineering',
    ],
  },
  {
    task: 'weather forecasting',
    goal: 'forecasts that admit their doubt',
    motives: [
      'Learned forecasts have caught up with physics on average, and averages do not flood valleys.',
      'A forecast is a decision made for somebody with an umbrella, a vineyard or a dam.',
    ],
    gaps: [
      'Models trained on squared error blur the very storms they are consulted about.',
      'Ensembles are expensive, so that most centres run too few members to see the tail.',
    ],
    ideas: [
      {
        name: 'ensembles from a single stochastic trunk',
        how: 'Members share every layer but one, in which noise is injected along directions known to grow, so that fifty members cost little more than three.',
        finding: 'Spread and error agree up to the ninth day.',
      },
      {
        name: 'downscaling with the memory of mountains',
        how: 'A terrain encoder, trained on a century of station records, conditions the fine grid on slope, aspect and what usually happened there.',
        finding: 'Valley fog, absent from the driving model, appears at the right hour.',
      },
    ],
    studies: [
      {
        title: 'Are learned forecasts right for the right reasons?',
        question: 'We perturb initial states along balanced and unbalanced directions.',
        answer:
          'Models respect geostrophic balance in the mid-latitudes, and ignore it in the tropics.',
      },
    ],
    items: 'station reports of extreme days',
    probe: 'Only days beyond the ninety-ninth percentile count, and near misses are scored too.',
    settings: ['ten years of reanalysis', 'alpine, coastal and monsoon regions'],
    gains: [
      'improves the skill of extreme-rain warnings by {n}%',
      'extends useful lead time by {n} hours',
    ],
    keywords: ['weather forecasting', 'ensembles', 'downscaling', 'extremes'],
  },
  {
    task: 'graph learning',
    goal: 'graph models that outlast their benchmark',
    motives: [
      'Molecules, power grids and citations are all called graphs and have little else in common.',
      'Message passing is local, and the questions asked of graphs seldom are.',
    ],
    gaps: [
      'Deeper networks see further and distinguish less.',
      'Global attention forgets the edges that made the graph worth drawing.',
    ],
    ideas: [
      {
        name: 'spectral routing for message passing',
        how: 'Each node chooses the frequencies it listens to, and messages travel along paths that carry those frequencies well. The cost remains linear in the number of edges.',
        finding: 'Hubs listen low and leaves listen high in every graph we examined.',
      },
      {
        name: 'pretraining on graphs drawn by hand',
        how: 'Ten million diagrams of circuits, routes and family trees supply structure and text together, from which one encoder learns what edges tend to mean.',
        finding: 'Transfer to molecules works best from subway maps.',
      },
    ],
    studies: [
      {
        title: 'Shuffled edges, same accuracy: what graph benchmarks measure',
        question: 'We rewire the graphs of eighteen benchmarks while keeping node features.',
        answer: 'On eleven of them the ranking of methods does not change.',
      },
    ],
    items: 'graphs whose edges cannot be ignored',
    probe: 'Node features alone score at chance by construction.',
    settings: ['power grids, molecules and road networks', 'eighteen public benchmarks'],
    gains: ['improves long-range prediction by {n}%', 'trains {n}× faster at equal accuracy'],
    keywords: ['graph neural networks', 'message passing', 'oversquashing', 'transfer learning'],
  },
  {
    task: 'training dynamics',
    goal: 'a theory of the learning-rate schedule',
    motives: [
      'Every large run rests on a schedule copied from the one before.',
      'Loss curves of different models look alike, if one knows how to look.',
    ],
    gaps: [
      'Scaling laws describe where training ends and say little about how it gets there.',
      'Analyses in the infinite-width limit switch off the very features of interest.',
    ],
    ideas: [
      {
        name: 'schedule-free warmdown from curvature noise',
        how: 'The optimiser estimates how much of its progress is curvature and how much is noise, and slows down when the second exceeds the first.',
        finding: 'The horizon no longer has to be known, and stopping early costs next to nothing.',
      },
      {
        name: 'batch-size growth without retuning',
        how: 'We derive how momentum and weight decay have to move when the batch grows during a run, and show that a single constant settles all three.',
        finding: 'The constant is the same for vision, language and proteins.',
      },
    ],
    studies: [
      {
        title: 'Small runs, large claims: which ablations transfer to scale?',
        question: 'We repeat 140 published ablations at four sizes.',
        answer: 'Two thirds keep their sign, and a fifth reverse it between the middle sizes.',
      },
    ],
    items: 'complete training runs with every gradient statistic',
    probe: 'Methods predict the rest of a run from its first tenth.',
    settings: [
      'runs from ten million to three billion parameters',
      'language, vision and protein data',
    ],
    gains: ['reaches target loss in {n}% fewer steps', 'predicts final loss within {n}%'],
    keywords: ['optimization', 'learning-rate schedules', 'scaling laws', 'training dynamics'],
  },
]
