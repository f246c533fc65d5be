import type { Database } from '../db/database.ts'
import { completeSaved, noteTries, pendingPapers } from '../db/pending.ts'
import { describeError } from '../errors.ts'
import { type FillReport, isLookUpDue, type Sources } from '../model/look-up.ts'
import type { FetchedPaper } from '../model/paper.ts'
import { isSiteId } from '../model/paper-id.ts'
import { arxivIdsAtOnce } from '../sources/arxiv.ts'
import { fetchFromArxiv, fetchFromHub, storeLookedUp } from './look-up-paper.ts'

/**
 * Up to so many are asked of Hugging Face, which answers for one at a time but knows more of
 * each. When more wait, arXiv comes first, a hundred in one request.
 */
const fewAtOnce = 20
/** A fifth of what Hugging Face grants in five minutes: the feed needs some, too. */
const hubAtOnce = 100

/** Why it runs. Online again, the trouble before is taken to have been the line's. */
export type Urgency = 'alarm' | 'online' | 'reader'

/**
 * Looks up the saved papers that wait and completes those that are found: at the reader's wish
 * all of them, otherwise those whose turn it is. One run at a time in the whole browser; each
 * paper is written as it comes, so that a run that is cut off has done what it has done.
 */
export function fillInPending(
  db: Database,
  sources: Sources,
  urgency: Urgency = 'alarm',
): Promise<FillReport> {
  return navigator.locks.request('paperboy-fill-in', () => fillInAlone(db, sources, urgency))
}

async function fillInAlone(
  db: Database,
  { endpoint, arxiv }: Sources,
  urgency: Urgency,
): Promise<FillReport> {
  const isReaderAsking = urgency !== 'alarm'
  const now = Date.now()
  // Of other sites than arXiv nobody can be asked.
  const pending = (await pendingPapers(db)).filter(({ id }) => !isSiteId(id))
  const due = pending.filter((saved) => urgency === 'reader' || isLookUpDue(saved, now))
  const left = new Set(due.map(({ id }) => id))
  let problem: string | undefined
  let isArxivInTrouble = false
  // The feed may have brought it in the meantime.
  for (const id of left) if (await completeSaved(db, id)) left.delete(id)

  const lacks = { hub: new Set<string>(), arxiv: new Set<string>() }
  if (left.size > fewAtOnce) await askArxivForAll()
  await askHubForEach()
  await askArxivForAll()
  const inVain = [...left].filter((id) => lacks.hub.has(id) && (!arxiv || lacks.arxiv.has(id)))
  await noteTries(db, inVain, now)
  const waiting = pending.length - due.length + left.size
  return { filled: due.length - left.size, waiting, ...(problem && { problem }) }

  async function askHubForEach(): Promise<void> {
    let failures = 0
    for (const id of [...left].slice(0, hubAtOnce)) {
      try {
        const found = await fetchFromHub(db, endpoint, id, isReaderAsking)
        if (found) await store(found)
        else lacks.hub.add(id)
        failures = 0
      } catch (error) {
        problem = describeError(error)
        // One may be about this paper alone; two in a row are about Hugging Face, or the line.
        if (++failures === 2) return
      }
    }
  }

  async function askArxivForAll(): Promise<void> {
    const ids = [...left].filter((id) => !lacks.arxiv.has(id))
    for (let at = 0; arxiv && at < ids.length && !isArxivInTrouble; at += arxivIdsAtOnce) {
      const asked = ids.slice(at, at + arxivIdsAtOnce)
      try {
        const found = await fetchFromArxiv(db, arxiv, asked, isReaderAsking)
        for (const paper of found) await store(paper)
        for (const id of asked) if (left.has(id)) lacks.arxiv.add(id)
      } catch (error) {
        problem = describeError(error)
        isArxivInTrouble = true
      }
    }
  }

  async function store(found: FetchedPaper): Promise<void> {
    await storeLookedUp(db, found)
    left.delete(found.id)
  }
}
