import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SentPaper } from '../../../lib/model/sent-paper.ts'
import { zoteroItem } from '../../../lib/send/zotero-item.ts'
import { makePaper } from '../make-paper.ts'
import { anthologyPaper, journalPaper, reviewedPaper } from '../papers-of-sites.ts'

function itemOf(record: Partial<SentPaper['record']> = {}, rest: Partial<SentPaper> = {}) {
  return zoteroItem({ record: makePaper(record), tags: [], ...rest })
}

test('an item is the one that Zotero’s arXiv translator makes', () => {
  expect(
    itemOf({
      ...{ id: '2608.13210', title: 'Nothing', abstract: 'We do nothing.', primaryClass: 'cs.CL' },
      ...{ authors: ['Ada One', 'Grace B. Two'], authorCount: 2 },
      publishedAt: Date.parse('2026-08-13T17:59:00Z'),
    }),
  ).toEqual({
    itemType: 'preprint',
    id: '2608.13210',
    title: 'Nothing',
    creators: [
      { creatorType: 'author', firstName: 'Ada', lastName: 'One' },
      { creatorType: 'author', firstName: 'Grace B.', lastName: 'Two' },
    ],
    abstractNote: 'We do nothing.',
    date: '2026-08-13',
    repository: 'arXiv',
    archiveID: 'arXiv:2608.13210',
    DOI: '10.48550/arXiv.2608.13210',
    url: 'https://arxiv.org/abs/2608.13210',
    accessDate: 'CURRENT_TIMESTAMP',
    libraryCatalog: 'arXiv.org',
    extra: 'arXiv:2608.13210 [cs.CL]',
    tags: [{ tag: 'cs.CL' }],
    notes: [],
    attachments: [
      {
        title: 'Preprint PDF',
        url: 'https://arxiv.org/pdf/2608.13210',
        mimeType: 'application/pdf',
      },
      { title: 'Snapshot', url: 'https://arxiv.org/abs/2608.13210', mimeType: 'text/html' },
    ],
  })
})

test('of another site it is what that printed, as Zotero’s translator for it has it', () => {
  const item = itemOf(anthologyPaper)
  expect(item).toMatchObject({
    itemType: 'conferencePaper',
    proceedingsTitle: anthologyPaper.venue,
    date: '2024-08',
    DOI: '10.18653/v1/2024.acl-long.12',
    url: 'https://aclanthology.org/2024.acl-long.12/',
    libraryCatalog: 'ACL Anthology',
    extra: '',
    attachments: [
      { title: 'Full Text PDF', url: 'https://aclanthology.org/2024.acl-long.12.pdf' },
      { title: 'Snapshot' },
    ],
  })
  for (const field of ['repository', 'archiveID']) expect(item).not.toHaveProperty(field)
  expect(itemOf(journalPaper)).toMatchObject({
    ...{ itemType: 'journalArticle', publicationTitle: journalPaper.venue, date: '2022' },
  })
  expect(itemOf(reviewedPaper)).toMatchObject({
    ...{ itemType: 'preprint', repository: 'OpenReview', date: '2023-09-22' },
  })
  expect(itemOf({ ...reviewedPaper, publishedAt: 0 }).date).toBe('')
})

describe('a name', () => {
  test.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['Ludwig van Beethoven', 'Ludwig van', 'Beethoven'],
    ['José Ángel Ñúñez', 'José Ángel', 'Ñúñez'],
    ['Wei 李', 'Wei', '李'],
    // What does not begin with a letter is no surname.
    ['Ada Lovelace (London)', 'Ada', 'Lovelace (London)'],
  ])('%s is %s, %s', (name, firstName, lastName) => {
    expect(itemOf({ authors: [name] }).creators).toEqual([
      { creatorType: 'author', firstName, lastName },
    ])
  })

  test('of one word stays in one piece', () => {
    expect(itemOf({ authors: ['DeepSeek-AI'] }).creators).toEqual([
      { creatorType: 'author', lastName: 'DeepSeek-AI', fieldMode: 1 },
    ])
  })

  test('loses no letter, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const [creator] = itemOf({ authors: [name] }).creators
        const { firstName, lastName } = { firstName: '', lastName: '', ...creator }
        expect(`${firstName}${lastName}`.replace(/\s/g, '')).toBe(name.replace(/\s/g, ''))
      }),
    )
  })
})

test('the publisher’s DOI is beside the preprint’s own, and cut authors are counted', () => {
  const { DOI, extra } = itemOf({
    ...{ id: '2608.13210', doi: '10.1000/182', authors: ['Ada One', 'Bo Two'], authorCount: 3303 },
  })
  expect(DOI).toBe('10.48550/arXiv.2608.13210')
  expect(extra.split('\n')).toEqual([
    'arXiv:2608.13210',
    'Published version: https://doi.org/10.1000/182',
    'The first 2 of 3303 authors',
  ])
})

test('the reader’s tags go along, each once', () => {
  const { tags } = itemOf({ primaryClass: 'cs.LG' }, { tags: ['survey', 'cs.LG'] })
  expect(tags.map(({ tag }) => tag)).toEqual(['cs.LG', 'survey'])
})

describe('a note', () => {
  const noteOf = (note: string) => itemOf({}, { note }).notes[0]?.note ?? ''

  test('goes along in paragraphs', () => {
    expect(noteOf('Read *this*.\nTwice.\n\nThen that.')).toBe(
      '<p>Read *this*.<br>Twice.</p><p>Then that.</p>',
    )
  })

  test('is text and never markup, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"a/ \n') }), (note) => {
        const others = noteOf(note).replaceAll(/<\/?p>|<br>/g, '')
        expect(others).not.toMatch(/[<>"]/)
      }),
    )
  })
})
