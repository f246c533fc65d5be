/** A record as the feed sends it; `paper` and the outer fields can be changed or taken away. */
export function makeRecord(
  paper: Record<string, unknown> = {},
  outer: Record<string, unknown> = {},
): unknown {
  const record = {
    paper: {
      id: '2608.00001',
      title: 'A Paper about Nothing',
      summary: 'We do nothing, and measure it.',
      authors: [{ _id: 'a1', name: 'Ada One', hidden: false }],
      publishedAt: '2026-08-13T00:00:00.000Z',
      submittedOnDailyAt: '2026-08-14T00:00:00.000Z',
      upvotes: 7,
      ...paper,
    },
    publishedAt: '2026-08-12T20:00:00.000Z',
    numComments: 2,
    ...outer,
  }
  // Takes away what was set to undefined: the feed leaves keys out.
  return JSON.parse(JSON.stringify(record))
}
