/** The counts of a paper at one time; a row is written only when one of them changed. */
export interface Observation {
  paperId: string
  /** ms */
  at: number
  upvotes: number
  comments: number
  stars?: number
}
