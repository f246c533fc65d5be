import type { Paper } from './paper.ts'

/** A paper the reader keeps, with its own copy of the record: no feed can change it. */
export interface SavedPaper {
  id: string
  /** ms */
  savedAt: number
  record: Paper
}
