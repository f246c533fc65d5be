import { effect, type Signal, signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { getPaper, toCards } from '../db/papers.ts'
import { completeFrom } from '../db/pending.ts'
import { describeError } from '../errors.ts'
import { setSaved } from '../library/save.ts'
import { send } from '../messages.ts'
import type { TitleAnswer } from '../model/look-up.ts'
import type { PagePaper, TitleLookUp } from '../model/page-paper.ts'
import { type FetchedPaper, mergePaper, type Paper } from '../model/paper.ts'
import { isSiteId, nameOfId } from '../model/paper-id.ts'
import { findTitle } from '../search/find-title.ts'
import type { Finder } from '../search/finder.ts'
import type { OpenPage } from './open-page.ts'

/** What the reader can do with the paper of the page under the popup. */
export interface PageCommands {
  /** Saves it, whatever is known of it, or lets it go. */
  setPageSaved(id: string, isSaved: boolean): Promise<void>
  /** Looks for it by its title, elsewhere. */
  lookUpTitle(): Promise<void>
}

/** Keeps what is known of the page's paper true, and gives its commands. */
export function pageCommands(
  db: Database,
  finder: Finder,
  page: OpenPage | undefined,
  shown: Signal<PagePaper | undefined>,
  fail: (error: unknown) => void,
): PageCommands {
  const answer: Signal<TitleAnswer | 'asking' | undefined> = signal(undefined)
  const said: Signal<FetchedPaper | undefined> = signal(undefined)
  effect(() => {
    const [answered, known] = [answer.value, said.value]
    if (!page) return
    return watchQuery(
      () => readPagePaper(db, finder, page, known, answered),
      (paper) => {
        shown.value = paper
      },
      fail,
    )
  })
  const readPage = async () => {
    said.value = (await page?.read()) ?? said.value
    // One that was saved by a link alone gets here what nobody can be asked for.
    if (said.value) await completeFrom(db, said.value, Date.now())
  }
  readPage().catch(fail)

  return {
    async setPageSaved(id, isSaved) {
      if (!isSaved) return setSaved(db, id, false).catch(fail)
      const found = answer.value
      if (typeof found === 'object' && 'paper' in found && found.paper.id === id) {
        await send('saveFound', { paper: found.paper, savedFrom: 'page' }).catch(fail)
        return
      }
      const record = said.value?.id === id ? said.value : undefined
      // By the background, which goes on when the popup is closed.
      await send('keepPaper', {
        ...{ id, title: page?.title, savedFrom: 'page' },
        ...(record && { record }),
      }).catch(fail)
      // The page may not have been there in full when the popup was opened.
      await readPage().catch(fail)
    },
    async lookUpTitle() {
      const title = said.value?.title ?? page?.title
      if (!title || answer.value === 'asking') return
      answer.value = 'asking'
      answer.value = await send('findByTitle', { title }).catch((error: unknown) => ({
        problem: describeError(error),
      }))
    },
  }
}

async function readPagePaper(
  db: Database,
  finder: Finder,
  { id, title: tabTitle }: OpenPage,
  said: FetchedPaper | undefined,
  answer: TitleAnswer | 'asking' | undefined,
): Promise<PagePaper> {
  const title = said?.title ?? tabTitle
  const isOfSite = isSiteId(id)
  const stored =
    (await getPaper(db, id)) ?? (isOfSite && title ? await findTitle(finder, title) : undefined)
  if (stored) return { state: 'stored', card: await cardOf(db, stored) }
  const unknown = { state: 'unknown', id, title: title ?? nameOfId(id) } as const
  if (!isOfSite) return unknown
  const lookUp = title ? await toLookUp(db, answer) : undefined
  return { ...unknown, ...(said && { said }), ...(lookUp && { lookUp }) }
}

async function toLookUp(
  db: Database,
  answer: TitleAnswer | 'asking' | undefined,
): Promise<TitleLookUp> {
  if (answer === undefined) return { state: 'offered' }
  if (answer === 'asking') return { state: 'asking' }
  if ('problem' in answer) return { state: 'failed', ...answer }
  if ('missing' in answer) return { state: 'missing', isArxivAsked: answer.missing === 'unknown' }
  const card = await cardOf(db, mergePaper(undefined, answer.paper, Date.now()))
  return { state: 'found', card }
}

async function cardOf(db: Database, paper: Paper) {
  const [card] = await toCards(db, [paper])
  if (!card) throw new Error('A paper has a card.')
  return card
}
