import { getPaper } from '@/lib/db/papers.ts'
import { keepPaper as keep, noteTries } from '@/lib/db/pending.ts'
import { publishFrontPage } from '@/lib/front-page/publish.ts'
import { isArxivId } from '@/lib/model/arxiv-id.ts'
import type { KeepOutcome, PaperToKeep } from '@/lib/model/keep-paper.ts'
import type { FillReport, LookUp, TitleAnswer } from '@/lib/model/look-up.ts'
import type { FetchedPaper } from '@/lib/model/paper.ts'
import { isSiteId } from '@/lib/model/paper-id.ts'
import type { SavedFrom } from '@/lib/model/saved-paper.ts'
import { findTitle as findStored } from '@/lib/search/find-title.ts'
import { fillInPending, type Urgency } from '@/lib/sync-feed/fill-in.ts'
import { findByTitle as find } from '@/lib/sync-feed/find-by-title.ts'
import { lookUpPaper } from '@/lib/sync-feed/look-up-paper.ts'
import { saveFound } from '@/lib/sync-feed/save-found.ts'
import { db, finder, readSources } from './database.ts'

/** Saves a paper by its id; one that is not stored is looked up right after. */
export async function keepPaper(paper: PaperToKeep): Promise<KeepOutcome> {
  const outcome = await keep(db, paper, Date.now())
  await publishFrontPage(db)
  // Offline, or when those who are asked are in trouble, the next alarm tries again.
  if (outcome.result === 'pending') fetchPaper(paper.id).catch(() => {})
  return outcome
}

/** Stores a paper that was found elsewhere and saves it. */
export async function saveFoundPaper(paper: FetchedPaper, savedFrom?: SavedFrom): Promise<boolean> {
  await saveFound(db, paper, Date.now(), savedFrom)
  await publishFrontPage(db)
  return true
}

/** Looks a paper up that is not stored, or is saved and waits for it. */
export async function fetchPaper(id: string): Promise<LookUp> {
  // Neither Hugging Face nor arXiv has what arXiv did not number.
  if (!isArxivId(id)) return 'unknown'
  const outcome = await lookUpPaper(db, await readSources(), id)
  if (outcome === 'stored') await publishFrontPage(db)
  else await noteTries(db, [id], Date.now())
  return outcome
}

/** Looks up the saved papers that wait. */
export async function fillIn(urgency: Urgency): Promise<FillReport> {
  const report = await fillInPending(db, await readSources(), urgency)
  if (report.filled > 0) await publishFrontPage(db)
  return report
}

/** The same when nobody waits for the answer. */
export function fillInBehind(urgency: Urgency): void {
  fillIn(urgency).catch((error: unknown) => {
    console.error('Paperboy could not look up what is saved:', error)
  })
}

/** Looks for the paper with a title elsewhere; nothing is stored. */
export async function findByTitle(title: string): Promise<TitleAnswer> {
  return find(db, await readSources(), title)
}

/** The id of the stored paper that a page is about: of another site than arXiv, the title tells, too. */
export async function storedAs(id: string, title: string | undefined): Promise<string> {
  if (!title || !isSiteId(id) || (await getPaper(db, id))) return id
  return (await findStored(finder, title))?.id ?? id
}
