import type { PaperCard } from '@/lib/model/card.ts'

/** Papers that nobody wrote, for the preview before the first edition is there. */
export const sampleCards: readonly PaperCard[] = [
  {
    ...sample(
      'The morning round: delivering sparse gradients to a thousand doors',
      'Most doors want no paper today. We keep a list of those that do, and leave the rest asleep.',
      ['A. Reader', 'B. Writer', 'C. Printer'],
      412,
    ),
    abstract:
      'A training run is a paper round. Every morning each parameter is handed a gradient, and most of them leave it on the mat. We walk the round once, write down who opened the door, and from then on ring only there. The list is short, it changes slowly, and a door that has been quiet for a week is tried again by chance. On streets of up to a thousand doors the round takes a ninth of the time; nobody who wanted a paper went without one, and the neighbours slept. We also find that the order of the round hardly matters, that rain does, and that a second reader in the house is worth more than a second bell.',
  },
  sample(
    'Ink that forgets: bounded memory for long contexts',
    'What was read twice is kept; what was read once fades over a week, and nobody misses it.',
    ['D. Setter', 'E. Carrier'],
    187,
  ),
  sample(
    'Folding a broadsheet: layouts learned from creases alone',
    'A page is folded a thousand times. The creases tell where its columns were.',
    ['F. Folder'],
    96,
  ),
  sample(
    'Headlines first: early exits for hurried readers',
    'Most questions are answered by the first three layers. We let those answers leave.',
    ['G. Editor', 'H. Proof'],
    74,
  ),
  sample(
    'A bicycle for tokens',
    'Two wheels, one chain and no engine: a decoder for machines without an accelerator.',
    ['I. Spoke', 'J. Wheel'],
    58,
  ),
  sample(
    'Rain on the front page: training with smudged labels',
    'One label in five was out in the rain. The model is told so, and does well.',
    ['K. Weather'],
    31,
  ),
]

function sample(title: string, blurb: string, names: string[], upvotes: number): PaperCard {
  return {
    id: `0000.${String(10_000 + upvotes)}`,
    ...{ title, blurb, upvotes, comments: 0, isTldr: true, isRead: false },
    ...{ authors: names, authorCount: names.length, publishedAt: 0, firstSeenAt: 0 },
  }
}
