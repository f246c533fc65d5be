import type { SegmentHead } from '../../model/search-index.ts'
import { postingRoom, postingsFrom, readBefore } from '../segment/postings.ts'
import type { Question, Word } from './question.ts'

/**
 * A question of which only papers are found that hold every word that is asked for in a field:
 * `author:okonkwo` is no word that a paper may lack if it holds the others.
 */
export function withFielded(question: Question, words: readonly Word[]): Question {
  const fielded = words.filter(({ group }) => group.fields !== 0)
  if (fielded.length === 0) return question
  const allows = (head: SegmentHead) => {
    const isAllowed = question.allows?.(head)
    const holding = fielded.map((word) => papersHolding(word, head))
    return (doc: number) => holding.every((marks) => marks[doc] === 1) && (isAllowed?.(doc) ?? true)
  }
  return { ...question, allows }
}

const room = postingRoom(1024)

/** 1 for each paper of a segment that holds a word in its field. */
function papersHolding({ group, alternatives }: Word, head: SegmentHead): Uint8Array {
  const marks = new Uint8Array(head.docCount)
  const entries = alternatives.flatMap(({ found }) =>
    found.filter(({ segment }) => segment.id === head.id),
  )
  for (const { bytes, start, end } of entries) {
    const postings = postingsFrom(bytes, start, end)
    for (let count = -1; count !== 0; ) {
      count = readBefore(postings, head.docCount, room)
      for (let i = 0; i < count; i++) {
        if (((room.masks[i] as number) & group.fields) !== 0) marks[room.docs[i] as number] = 1
      }
    }
  }
  return marks
}
