import type { Commands } from '../../lib/messages.ts'

/** What a background answers in which nothing happens, for tests that are about one command. */
export const plainAnswers: {
  [Name in keyof Commands]: (ask: Commands[Name]['ask']) => Promise<Commands[Name]['answer']>
} = {
  sync: async () => ({ endpoint: 'https://feed.example', startedAt: 1, endedAt: 2, outcomes: [] }),
  fetchPaper: async () => 'stored',
  searchHub: async () => ({ papers: [], dropped: 0 }),
  saveFound: async () => true,
  keepPaper: async () => ({ result: 'saved', savedAt: 1, title: 'A Paper' }),
  fillIn: async () => ({ filled: 0, waiting: 0 }),
  findByTitle: async () => ({ missing: 'unknown' }),
  syncLibrary: async () => true,
}
