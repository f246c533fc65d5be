import type { SampleTopic } from './sample-topic.ts'

/** Images, video, sound and space. */
export const visionTopics: readonly SampleTopic[] = [
  {
    task: 'text-to-image generation',
    goal: 'images that follow the sentence',
    motives: [
      'Image generators paint beautifully and count badly.',
      'Prompts grow longer every year, while text encoders still summarise them into a mood.',
    ],
    gaps: [
      'Guidance strengthens what is already there and cannot add what was left out.',
      'Layout control helps, but asks the user to draw what they wanted to describe.',
    ],
    ideas: [
      {
        name: 'clause-wise classifier guidance',
        how: 'The prompt is parsed into clauses, each of which guides its own region of the latent until the regions agree on a border. No retraining is required.',
        finding: 'Negations, long the weak point of guidance, are obeyed as reliably as colours.',
      },
      {
        name: 'flow matching on a curved schedule',
        how: 'Straight paths between noise and image cross wherever two images look alike early on; bending the schedule by local density keeps them apart, and so permits longer steps.',
        finding: 'Four steps suffice where the straight schedule needs fourteen.',
      },
      {
        name: 'a tokenizer that spends bits where the picture is',
        how: 'Tokens are assigned to regions until a perceptual error is met, so that a sky costs four tokens and a crowd four hundred.',
        finding: 'Faces and lettering receive a third of the tokens on one twentieth of the area.',
      },
    ],
    studies: [
      {
        title: 'Counting to seven: why image generators lose track',
        question:
          'We follow the number word from the text encoder through every cross-attention layer.',
        answer:
          'It arrives intact and is overruled by layout priors in the first three steps of sampling.',
      },
    ],
    items: 'prompts with verifiable clauses',
    probe: 'Every clause can be confirmed or refuted by looking, and carries its own score.',
    settings: ['compositional prompts in eight languages', 'posters, diagrams and street scenes'],
    gains: [
      'satisfies {n}% more clauses per prompt',
      'improves FID by {n}% with a quarter of the steps',
    ],
    keywords: ['diffusion models', 'flow matching', 'text-to-image generation', 'guidance'],
  },
  {
    task: 'long video understanding',
    goal: 'models that remember the first act',
    motives: [
      'An hour of video holds a hundred thousand frames and perhaps forty events.',
      'What matters in a film was often shown long before it mattered.',
    ],
    gaps: [
      'Uniform sampling misses the glance, the hand-over and the closing door.',
      'Captioning every clip turns a visual question into a textual one too soon.',
    ],
    ideas: [
      {
        name: 'event-driven frame memory',
        how: 'Frames enter memory when they change what the model would predict next, and leave it when two of them predict the same. The memory has a constant size for videos of any length.',
        finding: 'It keeps entrances and exits and forgets nearly all dialogue shots.',
      },
      {
        name: 'asking backwards from the final scene',
        how: 'Questions are answered by a search that starts at the end and follows objects and people to where they came from.',
        finding: 'Causal questions gain the most, and need fewer than sixty frames.',
      },
    ],
    studies: [
      {
        title: 'How much of video understanding is reading subtitles?',
        question: 'We remove subtitles, signs and captions from five popular suites.',
        answer: 'Between a quarter and a half of the measured progress disappears with them.',
      },
    ],
    items: 'questions on films, lectures and repairs',
    probe:
      'Each answer depends on two moments at least ten minutes apart, neither of which suffices.',
    settings: ['feature films and workshop recordings', 'five long-video suites'],
    gains: ['improves accuracy by {n} points on hour-long input', 'needs {n}× fewer frames'],
    keywords: ['video understanding', 'memory', 'multimodal models', 'temporal reasoning'],
  },
  {
    task: 'feed-forward 3D reconstruction',
    goal: 'a room from a handful of photographs',
    motives: [
      'Photographs taken in passing rarely overlap as a surveyor would wish.',
      'Reconstruction in one forward pass has made capture casual.',
    ],
    gaps: [
      'Predicted point maps drift whenever a wall is plain or a mirror is not.',
      'Optimising Gaussians for minutes undoes the advantage of an instant estimate.',
    ],
    ideas: [
      {
        name: 'Gaussian splatting with glass and mirrors',
        how: 'Each primitive may belong to a reflected copy of the scene, and the plane of reflection is estimated together with the cameras.',
        finding: 'Windows become evidence about the room instead of noise.',
      },
      {
        name: 'pose-free reconstruction from unordered snapshots',
        how: 'A transformer predicts which pairs of images can constrain each other at all, and solves for geometry along a tree of those pairs only.',
        finding:
          'Discarding four fifths of the pairs makes the result more accurate and not merely faster.',
      },
      {
        name: 'metric scale from everyday objects',
        how: 'Door handles, sockets and book spines are detected and vote on the size of the scene, weighted by how much their makers agree.',
        finding: 'Light switches are the most dependable rulers in any house.',
      },
    ],
    studies: [
      {
        title: 'Mirrors, glass and bare walls: a field guide to failed reconstructions',
        question:
          'We collect two thousand captures that defeat current systems, and sort them by cause.',
        answer:
          'Five causes explain nine in ten failures, and three of them can be told before reconstruction starts.',
      },
    ],
    items: 'casual captures with laser-scanned ground truth',
    probe: 'Captures contain mirrors, glass doors and bare corridors in realistic proportion.',
    settings: ['houses, stairwells and workshops', 'three indoor and two outdoor collections'],
    gains: ['cuts depth error by {n}%', 'improves novel views by {n} dB'],
    keywords: ['3D reconstruction', 'Gaussian splatting', 'novel view synthesis', 'camera pose'],
  },
  {
    task: 'streaming speech recognition',
    goal: 'captions that keep up with a conversation',
    motives: [
      'Live captions are read by people who cannot wait for the end of the sentence.',
      'Conversation overlaps; transcripts pretend that it does not.',
    ],
    gaps: [
      'Streaming recognisers revise themselves so often that readers stop trusting them.',
      'Word error rate counts a wrong name and a wrong article alike.',
    ],
    ideas: [
      {
        name: 'commitment-aware decoding',
        how: 'A word is shown once the expected cost of revising it falls below the cost of holding it back; both costs were measured with readers.',
        finding: 'Readers prefer a delay of half a second to a single visible correction.',
      },
      {
        name: 'overlapping-speaker transcription with a shared encoder',
        how: 'One encoder runs over the mixture, and a light decoder for each speaker attends to it with a learned, slowly changing mask.',
        finding: 'The masks follow room acoustics more than voices, and transfer across languages.',
      },
    ],
    studies: [
      {
        title: 'Which recognition errors do listeners forgive?',
        question: 'We ask 640 readers to use captions with controlled errors in a meeting task.',
        answer: 'Names, numbers and negations account for nearly all of the lost understanding.',
      },
    ],
    items: 'hours of overlapping table talk',
    probe: 'Scores weigh each error by how far it misled readers in a decision task.',
    settings: ['meetings, classrooms and kitchens', 'nine languages at three noise levels'],
    gains: ['lowers flicker by {n}% at equal latency', 'reduces word error rate by {n}% relative'],
    keywords: ['speech recognition', 'streaming', 'captioning', 'speaker separation'],
  },
  {
    task: 'multimodal document parsing',
    goal: 'reading the page as it was set',
    motives: [
      'Half of what is known is printed in tables that no parser reads correctly.',
      'A page is a picture of text, and its layout is part of what it says.',
    ],
    gaps: [
      'Recognise-then-understand pipelines cannot repair what recognition has flattened.',
      'Vision-language models invent plausible numbers in cells they cannot resolve.',
    ],
    ideas: [
      {
        name: 'rule-and-gutter attention for tables',
        how: 'Attention between cells is masked by the lines and the white space that separate them, with both estimated from the page image.',
        finding:
          'Merged headers, the usual point of failure, are resolved without any special case.',
      },
      {
        name: 'abstaining cell by cell',
        how: 'Every extracted cell carries a bound on its own error, calibrated on re-scanned copies of the same page, and cells above a threshold are left blank.',
        finding: 'Blank cells cluster at page edges and in photocopies of photocopies.',
      },
    ],
    studies: [
      {
        title: 'Do vision-language models read or guess?',
        question: 'We reprint documents with a single digit altered and compare the answers.',
        answer: 'Models overlook the change more often the better they know the document.',
      },
    ],
    items: 'pages from almanacs, ledgers and lab notebooks',
    probe: 'Tables run over page breaks, carry footnotes and are sometimes upside down.',
    settings: ['financial filings and hand-written ledgers', 'four parsing suites'],
    gains: ['improves cell accuracy by {n} points', 'removes {n}% of invented values'],
    keywords: ['document parsing', 'table extraction', 'vision-language models', 'calibration'],
  },
  {
    task: 'remote sensing',
    goal: 'maps that age gracefully',
    motives: [
      'Satellites pass over a field every few days, and clouds decide what they see.',
      'A map is out of date on the day that it is printed.',
    ],
    gaps: [
      'Models trained on one season mistake harvest for deforestation.',
      'Labels exist where people have been, which is not where change happens.',
    ],
    ideas: [
      {
        name: 'seasonal pretraining from unlabelled orbits',
        how: 'Two images of one place are told apart by the day of the year, and the model must predict one from the other through the clouds.',
        finding:
          'Representations arrange themselves in a ring, with the monsoon opposite the frost.',
      },
      {
        name: 'change detection with a calendar prior',
        how: 'Expected change is forecast from ten years of the same week and subtracted before anything is called new.',
        finding: 'False alarms at harvest time fall to a sixth.',
      },
    ],
    studies: [
      {
        title: 'One model for every continent? Regional error in land-cover maps',
        question: 'We validate nine global maps against visits on the ground in forty districts.',
        answer:
          'Average accuracy hides a threefold gap, and terraced slopes are wrong nearly everywhere.',
      },
    ],
    items: 'cloud-covered scenes with dated ground visits',
    probe:
      'Test districts were never photographed from the ground before, and span both hemispheres.',
    settings: ['forty districts over ten years', 'flood, fire and crop monitoring'],
    gains: [
      'improves mean intersection over union by {n} points',
      'detects change {n} days earlier',
    ],
    keywords: ['remote sensing', 'self-supervised learning', 'change detection', 'segmentation'],
  },
]
