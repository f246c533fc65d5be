import type { Paper } from './paper.ts'

/** A paper on its way to another program, with what the reader added to it. */
export interface SentPaper {
  record: Paper
  tags: readonly string[]
  note?: string
}
