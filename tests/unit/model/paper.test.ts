import { describe, expect, test } from 'vitest'
import { hasNewCounts, mergePaper } from '../../../lib/model/paper.ts'
import { makeFetched, makePaper } from '../make-paper.ts'

describe('a paper fetched', () => {
  test('for the first time was first seen now', () => {
    expect(mergePaper(undefined, makeFetched(), 5)).toEqual({ ...makeFetched(), firstSeenAt: 5 })
  })

  test('again brings what is new and keeps when it was first seen', () => {
    const known = makePaper({ upvotes: 3, title: 'Old', stars: 1, firstSeenAt: 5 })
    const merged = mergePaper(known, makeFetched({ upvotes: 2, title: 'New', stars: 9 }), 6)
    expect(merged).toMatchObject({ upvotes: 2, title: 'New', stars: 9, firstSeenAt: 5 })
  })

  test('again keeps what the new answer leaves out', () => {
    const known = makePaper({
      tldr: 'In short.',
      keywords: ['nothing'],
      repository: 'ada/nothing',
      stars: 4,
      feedDate: '2026-08-14',
      organization: { name: 'ada', fullName: 'Ada’s' },
      projectUrl: 'https://ada.example/',
      thumbnailUrl: 'https://ada.example/1.png',
    })
    expect(mergePaper(known, makeFetched(), 6)).toEqual(known)
  })

  test('again without an abstract keeps the one it had', () => {
    const known = makePaper({ abstract: 'Something.' })
    expect(mergePaper(known, makeFetched({ abstract: '' }), 6).abstract).toBe('Something.')
  })

  test.each([
    [true, true, true],
    [true, undefined, undefined],
    [undefined, true, undefined],
  ] as const)(
    'known to be only on arXiv (%s), then again (%s), is so: %s',
    (before, now, after) => {
      const only = (isSo?: true) => (isSo ? { onlyOnArxiv: isSo } : {})
      const merged = mergePaper(makePaper(only(before)), makeFetched(only(now)), 6)
      expect(merged.onlyOnArxiv).toBe(after)
    },
  )

  test('leaves the record it is merged into alone', () => {
    const known = Object.freeze(makePaper({ upvotes: 3 }))
    expect(mergePaper(known, makeFetched({ upvotes: 4 }), 6)).not.toBe(known)
  })
})

describe('the counts of a paper', () => {
  const known = makePaper({ upvotes: 3, comments: 1, stars: 4 })

  test('are new when it was not known', () => {
    expect(hasNewCounts(undefined, known)).toBe(true)
  })

  test.each([{ upvotes: 4 }, { upvotes: 2 }, { comments: 2 }, { stars: 5 }, { stars: undefined }])(
    'are new with %j',
    (change) => expect(hasNewCounts(known, { ...known, ...change })).toBe(true),
  )

  test('are old when only words changed', () => {
    expect(hasNewCounts(known, { ...known, title: 'Other' })).toBe(false)
  })
})

describe('what an answer leaves out', () => {
  test('does not take the counts that are known', () => {
    const known = makePaper({ upvotes: 7, comments: 3 })
    const { upvotes: _upvotes, comments: _comments, ...bare } = makeFetched()
    expect(mergePaper(known, bare, 1)).toMatchObject({ upvotes: 7, comments: 3 })
    expect(mergePaper(undefined, bare, 1)).toMatchObject({ upvotes: 0, comments: 0 })
  })

  test('does not take the authors that are known', () => {
    const known = makePaper({ authors: ['Ada One'], authorCount: 1 })
    const merged = mergePaper(known, makeFetched({ authors: [], authorCount: 0 }), 1)
    expect(merged).toMatchObject({ authors: ['Ada One'], authorCount: 1 })
  })
})
