import type { SampleTopic } from './sample-topic.ts'

/** Agents, robots, hardware, theory and the sciences. */
export const systemsTopics: readonly SampleTopic[] = [
  {
    task: 'software engineering agents',
    goal: 'patches a maintainer would merge',
    motives: [
      'Coding agents close issues; maintainers reopen them.',
      'A repository is mostly convention, and very little of it is written down.',
    ],
    gaps: [
      'Passing the tests is a weak specification for a change that others have to read.',
      'Agents explore a repository anew for every issue, as if they had never seen it.',
    ],
    ideas: [
      {
        name: 'learning house style from rejected patches',
        how: 'Review comments on rejected patches are turned into checks, and the agent is rewarded for passing checks that were withheld from it.',
        finding: 'Naming and the size of a change account for most of the rejections.',
      },
      {
        name: 'a repository map that agents keep up to date',
        how: 'Agents leave short notes beside the modules they have understood, and notes that mislead a later agent are demoted.',
        finding: 'After thirty issues the notes replace four fifths of the file reads.',
      },
      {
        name: 'bisecting failures before editing',
        how: 'Before it may edit, the agent has to produce a smallest failing input and the commit that introduced it; both are verified by execution.',
        finding: 'One reported bug in nine turns out to be a fault in its test.',
      },
    ],
    studies: [
      {
        title: 'What happens to agent-written code after six months?',
        question: 'We follow 5,800 merged patches, half of them by agents, through later history.',
        answer: 'They survive equally long, but agent patches are moved twice as often.',
      },
    ],
    items: 'issues with their complete review threads',
    probe: 'A patch has to pass hidden tests and satisfy the objections raised by reviewers.',
    settings: ['84 maintained repositories', 'five languages and two build systems'],
    gains: ['resolves {n}% more issues per dollar', 'raises the merge rate by {n} points'],
    keywords: ['software engineering agents', 'code review', 'program repair', 'tool use'],
  },
  {
    task: 'web navigation agents',
    goal: 'agents that know when to stop',
    motives: [
      'Booking a train takes a person three minutes, and an agent forty page loads.',
      'The web was designed for impatient people with good eyesight.',
    ],
    gaps: [
      'Screenshots are expensive and accessibility trees are incomplete.',
      'Benchmarks replay frozen sites and never interrupt with a banner.',
    ],
    ideas: [
      {
        name: 'planning over reversible actions first',
        how: 'Actions are classified by whether they can be undone, and irreversible ones are postponed until a plan survives being criticised by a second pass.',
        finding: 'Postponing costs two steps on average and prevents most purchases made by mistake.',
      },
      {
        name: 'world models of forms and checkouts',
        how: 'A small model predicts the page that an action would lead to, and the agent plans in the prediction before it touches the site.',
        finding: 'Error messages are easier to predict than success, and more useful.',
      },
    ],
    studies: [
      {
        title: 'When should an agent ask?',
        question: 'We let users rate interruptions while an agent plans trips and fills in forms for them.',
        answer: 'One early question is welcome, the third is not, and money changes everything.',
      },
    ],
    items: 'errands on live mirrors of 120 sites',
    probe: 'Errands include expired sessions, ambiguous wishes and one tempting wrong turn.',
    settings: ['120 mirrored sites', 'shopping, travel and public services'],
    gains: ['completes {n}% more errands', 'uses {n}× fewer page loads'],
    keywords: ['web agents', 'planning', 'world models', 'human-agent interaction'],
  },
  {
    task: 'dexterous manipulation',
    goal: 'hands for unfamiliar kitchens',
    motives: [
      'Robots can now fold a towel, provided it is their own towel.',
      'Touch tells a person in an instant what a camera never sees.',
    ],
    gaps: [
      'Teleoperation collects what is easy to demonstrate and not what is hard to do.',
      'Policies trained on many arms average over all of them.',
    ],
    ideas: [
      {
        name: 'tactile pretraining from everyday contact',
        how: 'Gloves with eighty taxels record a month of household work, and a masked model of pressure over time provides the representation for a policy.',
        finding: 'Slip is predicted a tenth of a second ahead, early enough to prevent it.',
      },
      {
        name: 'diffusion policies that replan at contact',
        how: 'Trajectories are generated coarsely in free space and anew at high rate from the moment of contact, which is detected and not scheduled.',
        finding: 'Inserting a plug succeeds from starting poses never shown in training.',
      },
      {
        name: 'learning from interrupted demonstrations',
        how: 'Demonstrators are stopped at random and asked what they were about to do; the answers label intentions where actions are ambiguous.',
        finding: 'A tenth of the demonstrations with labels matches all of them without.',
      },
    ],
    studies: [
      {
        title: 'How far do robot policies transfer between kitchens?',
        question: 'We carry one arm and nine policies through twenty-two kitchens.',
        answer: 'Lighting hardly matters, the height of the counter does, and drawers defeat everyone.',
      },
    ],
    items: 'contact-rich episodes from 22 homes',
    probe: 'Objects are deformable, slippery or fastened, and no object occurs in two homes.',
    settings: ['22 homes and a laboratory', 'eighteen contact-rich tasks'],
    gains: ['raises success by {n} points in unseen homes', 'needs {n}× fewer demonstrations'],
    keywords: ['dexterous manipulation', 'tactile sensing', 'diffusion policy', 'imitation learning'],
  },
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
        finding: 'Evicting on the basis of past attention drops the very keys that questions come back to.',
      },
    ],
    studies: [
      {
        title: 'Quantization breaks rare languages first',
        question: 'We quantise seven models to four widths and evaluate them in 58 languages.',
        answer: 'English hides the damage: at three bits some languages lose a third of their accuracy.',
      },
    ],
    items: 'traces of real mobile sessions',
    probe: 'Quality, energy and the time to the first word are measured on the device itself.',
    settings: ['phones, laptops and single-board computers', 'models up to 70B parameters'],
    gains: ['decodes {n}× faster at equal quality', 'keeps accuracy within {n} points of full precision'],
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
        question: 'We train forty small transformers from different seeds and align their components.',
        answer: 'Induction is universal, arithmetic is idiosyncratic, and tokenisation decides which.',
      },
    ],
    items: 'features with interventions and predicted effects',
    probe: 'An explanation scores only if a reader can predict the effect of an unseen intervention.',
    settings: ['forty seeds of a small transformer', 'open models of up to nine billion parameters'],
    gains: ['predicts interventions {n}% better than labels by example', 'halves dead features at {n}% more variance explained'],
    keywords: ['interpretability', 'sparse autoencoders', 'circuits', 'causal intervention'],
  },
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
    gains: ['lifts the experimental success rate by {n} points', 'finds active designs with {n}× fewer assays'],
    keywords: ['protein design', 'diffusion models', 'protein language models', 'enzyme engineering'],
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
        answer: 'Models respect geostrophic balance in the mid-latitudes, and ignore it in the tropics.',
      },
    ],
    items: 'station reports of extreme days',
    probe: 'Only days beyond the ninety-ninth percentile count, and near misses are scored too.',
    settings: ['ten years of reanalysis', 'alpine, coastal and monsoon regions'],
    gains: ['improves the skill of extreme-rain warnings by {n}%', 'extends useful lead time by {n} hours'],
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
    settings: ['runs from ten million to three billion parameters', 'language, vision and protein data'],
    gains: ['reaches target loss in {n}% fewer steps', 'predicts final loss within {n}%'],
    keywords: ['optimization', 'learning-rate schedules', 'scaling laws', 'training dynamics'],
  },
]
