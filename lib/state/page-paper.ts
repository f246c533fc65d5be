import { effect, type Signal, signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { watchQuery } from '../db/live.ts'
import { getPaper, toCards } from '../db/papers.ts'
import { describeError } from '../errors.ts'
import { setSaved } from '../library/save.ts'
import { send } from '../messages.ts'
import type { TitleAnswer } from '../model/look-up.ts'
import type { PagePaper } from '../model/page-paper.ts'
import { mergePaper, type Paper } from '../model/paper.ts'
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
  effect(() => {
    const answered = answer.value
    if (!page) return
    return watchQuery(
      () => readPagePaper(db, finder, page, answered),
      (paper) => {
        shown.value = paper
      },
      fail,
    )
  })

  return {
    async setPageSaved(id, isSaved) {
      if (!isSaved) return setSaved(db, id, false).catch(fail)
      const found = answer.value
      if (typeof found === 'object' && 'paper' in found && found.paper.id === id) {
        await send('saveFound', { paper: found.paper, savedFrom: 'page' }).catch(fail)
        return
      }
      // By the background, which goes on when the popup is closed.
      await send('keepPaper', { id, title: page?.title, savedFrom: 'page' }).catch(fail)
    },
    async lookUpTitle() {
      if (!page?.title || answer.value === 'asking') return
      answer.value = 'asking'
      answer.value = await send('findByTitle', { title: page.title }).catch((error: unknown) => ({
        problem: describeError(error),
      }))
    },
  }
}

async function readPagePaper(
  db: Database,
  finder: Finder,
  { address, title }: OpenPage,
  answer: TitleAnswer | 'asking' | undefined,
): Promise<PagePaper> {
  switch (address.kind) {
    case 'paper': {
      const { id } = address
      const stored = await getPaper(db, id)
      if (stored) return { state: 'stored', card: await cardOf(db, stored) }
      return { state: 'unknown', id, title: title ?? `arXiv ${id}` }
    }
    case 'titled': {
      const stored = title ? await findTitle(finder, title) : undefined
      if (stored) return { state: 'stored', card: await cardOf(db, stored) }
      const titled = { state: 'titled', ...address, ...(title && { title }) } as const
      if (answer === undefined) return titled
      if (answer === 'asking') return { ...titled, lookUp: { state: 'asking' } }
      if ('problem' in answer) return { ...titled, lookUp: { state: 'failed', ...answer } }
      if ('missing' in answer) {
        const isArxivAsked = answer.missing === 'unknown'
        return { ...titled, lookUp: { state: 'missing', isArxivAsked } }
      }
      const card = await cardOf(db, mergePaper(undefined, answer.paper, Date.now()))
      return { ...titled, lookUp: { state: 'found', card } }
    }
  }
}

async function cardOf(db: Database, paper: Paper) {
  const [card] = await toCards(db, [paper])
  if (!card) throw new Error('A paper has a card.')
  return card
}
