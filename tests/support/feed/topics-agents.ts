import type { SampleTopic } from './sample-topic.ts'

/** Programs and machines that act. */
export const agentTopics: readonly SampleTopic[] = [
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
        finding:
          'Postponing costs two steps on average and prevents most purchases made by mistake.',
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
        question:
          'We let users rate interruptions while an agent plans trips and fills in forms for them.',
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
        answer:
          'Lighting hardly matters, the height of the counter does, and drawers defeat everyone.',
      },
    ],
    items: 'contact-rich episodes from 22 homes',
    probe: 'Objects are deformable, slippery or fastened, and no object occurs in two homes.',
    settings: ['22 homes and a laboratory', 'eighteen contact-rich tasks'],
    gains: ['raises success by {n} points in unseen homes', 'needs {n}× fewer demonstrations'],
    keywords: [
      'dexterous manipulation',
      'tactile sensing',
      'diffusion policy',
      'imitation learning',
    ],
  },
]
