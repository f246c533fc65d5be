import type { MarkedText } from '@/lib/model/hit.ts'
import { mayHoldTex } from '@/lib/model/tex/may-hold-tex.ts'
import { later } from '../later.tsx'
import { Marked } from './Marked.tsx'

const SetRuns = later(async () => (await import('../tex/TexRuns.tsx')).TexRuns, Marked)

/** A tidied text of a paper, set like `TexText`, with the words that were searched for marked. */
export function MarkedTex({ runs }: { runs: readonly MarkedText[] }) {
  const Runs = runs.some(({ text }) => mayHoldTex(text)) ? SetRuns : Marked
  return <Runs runs={runs} />
}
