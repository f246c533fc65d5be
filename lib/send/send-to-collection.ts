import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { isSiteId } from '../model/paper-id.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import {
  addToCollection,
  type HubAccount,
  type HubCollection,
  hasCollection,
} from '../sources/hub-collections.ts'

/** How far the adding of some papers to a collection has come. Each step makes a new one. */
export interface CollectionRun {
  collection: HubCollection
  total: number
  /** Put in by this run. */
  added: readonly SentPaper[]
  /** In it already. */
  there: readonly SentPaper[]
  /** Hugging Face has no page for these. */
  unknown: readonly SentPaper[]
  /** Still to be added, in order. */
  open: readonly SentPaper[]
  /** The quota is used up: it goes on by itself at this instant (ms). */
  waitsUntil?: number
  /** Why it stopped before its end, in the reader's words. */
  problem?: string
}

/** Asked for a pause again right after one, it is left to the reader. */
const pausesInARow = 2
/** A 429 that does not say for how long. */
const pauseMs = 60_000

export function planCollectionRun(
  collection: HubCollection,
  papers: readonly SentPaper[],
): CollectionRun {
  // A collection has room for papers by their arXiv ids alone.
  const open = papers.filter(({ record }) => !isSiteId(record.id))
  const unknown = papers.filter(({ record }) => isSiteId(record.id))
  return { collection, total: papers.length, added: [], there: [], unknown, open }
}

/**
 * Adds what is open, one paper after another and no faster than the quota lets it, until all
 * are in, something stops it, or `signal` ends it. Given a run that stopped, it goes on: a paper
 * that got in without our hearing of it is then `there`. `withNotes` sends the reader's notes
 * along, which others can read in a public collection. `onStep` gets every state on the way.
 */
export async function runCollection(
  start: CollectionRun,
  account: HubAccount,
  options: { withNotes: boolean; onStep: (run: CollectionRun) => void; signal: AbortSignal },
): Promise<CollectionRun> {
  const { withNotes, onStep, signal } = options
  let run: CollectionRun = { ...start, problem: undefined, waitsUntil: undefined }
  const step = (changes: Partial<CollectionRun>) => {
    run = { ...run, ...changes }
    onStep(run)
  }
  const waitUntil = async (instant: number) => {
    step({ waitsUntil: instant })
    await sleep(instant - Date.now(), signal)
    step({ waitsUntil: undefined })
  }
  let pauses = 0
  try {
    while (run.open.length > 0 && !signal.aborted) {
      const [paper, ...rest] = run.open as [SentPaper, ...SentPaper[]]
      const { id } = paper.record
      const note = withNotes ? paper.note : undefined
      try {
        const { result, quietUntil } = await addToCollection(account, run.collection.slug, {
          id,
          note,
        })
        pauses = 0
        step({ [result]: [...run[result], paper], open: rest })
        if (quietUntil && rest.length > 0) await waitUntil(quietUntil)
      } catch (error) {
        const { status, retryAt } = error instanceof FeedError ? error : {}
        if (status === 429 && ++pauses <= pausesInARow) {
          await waitUntil(retryAt ?? Date.now() + pauseMs)
        } else if (status === 404 && (await hasCollection(account, run.collection.slug))) {
          step({ unknown: [...run.unknown, paper], open: rest })
        } else throw error
      }
    }
  } catch (error) {
    step({ problem: describeHubError(error, run.collection), waitsUntil: undefined })
  }
  return run
}

/** What Hugging Face's refusal means, and what to do next. A token is in none of these. */
export function describeHubError(error: unknown, collection?: HubCollection): string {
  const status = error instanceof FeedError ? error.status : undefined
  const name = collection?.title
  switch (status) {
    case 401:
      return t('collection.badToken')
    case 403:
      return name === undefined
        ? t('collection.mayNotWriteAny')
        : t('collection.mayNotWrite', { name })
    case 404:
      return name === undefined ? t('collection.goneAny') : t('collection.gone', { name })
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

/** Waits, or until `signal` says not to. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.max(0, ms))
    signal.addEventListener('abort', done)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    if (signal.aborted) done()
  })
}
