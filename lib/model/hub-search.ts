import type { Hit } from './hit.ts'
import type { FetchedPaper } from './paper.ts'

/** What Hugging Face's own search answered, or why there is no answer. */
export type HubAnswer =
  | {
      papers: FetchedPaper[]
      /** Records that could not be read. */
      dropped: number
    }
  | {
      /** In the reader's words. */
      problem: string
      /** Not to be asked again before this instant (ms). */
      retryAt?: number
    }

/** What became of asking Hugging Face for a query. */
export type HubSearch = { query: string } & (
  | { state: 'asking' }
  | { state: 'answered'; cards: Hit[]; dropped: number }
  | { state: 'failed'; problem: string; retryAt?: number }
)
