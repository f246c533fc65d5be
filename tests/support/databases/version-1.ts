import { type DatabaseFixture, writeRaw } from './database-fixture.ts'

const paper = {
  id: '2608.00001',
  title: 'A Paper about Nothing',
  abstract: 'We do nothing, and measure it.',
  authors: ['Ada One', 'Bob Two'],
  authorCount: 2,
  publishedAt: 1_786_579_200_000,
  feedDate: '2026-08-14',
  upvotes: 7,
  comments: 2,
  tldr: 'Nothing, measured.',
  keywords: ['nothing'],
  organization: { name: 'ada', fullName: 'Ada’s House' },
  repository: 'ada/nothing',
  stars: 3,
  projectUrl: 'https://ada.example/',
  thumbnailUrl: 'https://ada.example/1.png',
  firstSeenAt: 1_786_700_000_000,
}
const day = { kind: 'day', key: '2026-08-14' }
const listing = {
  ...day,
  ids: ['2608.00001'],
  fetchedAt: 1_786_700_000_000,
  checkedAt: 1_786_700_100_000,
  isComplete: false,
}

/** What lies in the tables that every version since has. */
export const rows = {
  papers: [paper, { ...paper, id: '2608.00002' }],
  listings: [
    listing,
    { ...listing, key: '2026-08-15', ids: [], isComplete: true },
    { ...listing, kind: 'trending', key: '' },
  ],
  observations: [
    { paperId: '2608.00001', at: 1_786_700_000_000, upvotes: 3, comments: 0 },
    { paperId: '2608.00001', at: 1_786_700_100_000, upvotes: 7, comments: 2, stars: 3 },
  ],
  saved: [
    { id: '2608.00001', savedAt: 1_786_700_200_000, record: { ...paper, upvotes: 5 } },
    // Its paper is not in the feed's store: the copy is all there is.
    { id: '2608.00003', savedAt: 1_786_700_300_000, record: { ...paper, id: '2608.00003' } },
  ],
  reads: [{ id: '2608.00002', readAt: 1_786_700_200_000 }],
  syncState: [
    {
      name: 'backOff',
      value: {
        endpoint: 'https://huggingface.co',
        failures: 2,
        retryAt: 1_786_700_400_000,
        reason: 'huggingface.co could not be reached.',
        isBinding: false,
      },
    },
    {
      name: 'report',
      value: {
        endpoint: 'https://huggingface.co',
        startedAt: 1_786_700_000_000,
        endedAt: 1_786_700_100_000,
        outcomes: [{ ref: day, result: 'stored', papers: 1, added: 1, dropped: [] }],
      },
    },
  ],
}

/** The database as Paperboy 0.1 wrote it. Not to be changed: it is what lies on people's disks. */
export const version1: DatabaseFixture = {
  version: 1,
  rows,
  write: (name) => writeRaw(name, 1, rows, createStores),
}

export function createStores(database: IDBDatabase): void {
  database.createObjectStore('papers', { keyPath: 'id' })
  database.createObjectStore('listings', { keyPath: ['kind', 'key'] })
  database.createObjectStore('observations', { keyPath: ['paperId', 'at'] })
  database.createObjectStore('saved', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
  database.createObjectStore('reads', { keyPath: 'id' })
  database.createObjectStore('syncState', { keyPath: 'name' })
}
