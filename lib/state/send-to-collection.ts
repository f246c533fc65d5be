import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { papersToSend } from '../db/papers-to-send.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import { describeCollection } from '../send/describe-collection.ts'
import { type HubToken, readHubToken } from '../send/hub-token.ts'
import type { SendReport } from '../send/send-report.ts'
import {
  type CollectionRun,
  describeHubError,
  planCollectionRun,
  runCollection,
} from '../send/send-to-collection.ts'
import {
  createCollection,
  fetchCollections,
  fetchUser,
  type HubAccount,
  type HubCollection,
} from '../sources/hub-collections.ts'
import { type Chooser, notBegun, type SendView, turnTo } from './send-view.ts'

/** A collection that is there, or one to be made. */
export type CollectionChoice = { collection: HubCollection } | { title: string; isPrivate: boolean }

export interface CollectionCommands {
  /** Asks Hugging Face for the reader's collections, and lets the reader choose. */
  choose(ids: readonly string[]): Promise<void>
  closeChooser(): void
  /** Puts the papers into one of them; `withNotes` sends the reader's notes along. */
  add(choice: CollectionChoice, withNotes: boolean): Promise<void>
  /** Adds what the last run left. */
  goOn(): Promise<void>
  stop(): void
}

/** As many organisations of a reader's as are asked for their collections. */
const organizationsAtMost = 10

/** The commands of a page; they keep `view` true. */
export function collectionCommands(db: Database, view: Signal<SendView>): CollectionCommands {
  let papers: readonly SentPaper[] = []
  let user = ''
  let run: CollectionRun | undefined
  let withNotes = false
  let asking: AbortController | undefined
  let abort: AbortController | undefined
  const report = (collection: SendReport) => {
    view.value = { ...view.value, collection }
  }
  const choose = (chooser: Chooser | undefined) => {
    view.value = { ...view.value, chooser }
  }
  const isRunning = () => view.value.collection?.state === 'running'

  return {
    async choose(ids) {
      if (isRunning()) return
      turnTo(view, ids)
      asking?.abort()
      asking = new AbortController()
      const { signal } = asking
      choose({ state: 'asking' })
      try {
        const found = await papersToSend(db, ids)
        // An id is all that a collection wants.
        papers = [...found.papers, ...found.pending]
        const hub = await readHubToken()
        if (!hub) return choose({ state: 'no-token' })
        const reader = await fetchUser(accountOf(hub), signal)
        const collections = await collectionsOf(accountOf(hub), reader, signal)
        if (signal.aborted) return
        user = reader.name
        const hasNotes = papers.some(({ note }) => note)
        choose({ state: 'choosing', user, collections, papers: papers.length, hasNotes })
      } catch (error) {
        if (!signal.aborted) choose({ state: 'failed', problem: describeHubError(error) })
      }
    },
    closeChooser() {
      asking?.abort()
      choose(undefined)
    },
    async add(choice, areNotesSent) {
      const { chooser } = view.value
      if (chooser?.state !== 'choosing' || chooser.isBusy || isRunning()) return
      const hub = await readHubToken()
      if (!hub) return choose({ state: 'no-token' })
      withNotes = areNotesSent
      choose({ ...chooser, isBusy: true })
      try {
        const collection =
          'collection' in choice
            ? choice.collection
            : await createCollection(accountOf(hub), { ...choice, namespace: user })
        run = planCollectionRun(collection, papers)
      } catch (error) {
        return choose({ ...chooser, isBusy: false, problem: describeHubError(error) })
      }
      choose(undefined)
      await goOn(hub)
    },
    async goOn() {
      const hub = await readHubToken()
      if (!hub) return choose({ state: 'no-token' })
      if (!isRunning()) await goOn(hub)
    },
    stop: () => abort?.abort(),
  }

  async function goOn(hub: HubToken): Promise<void> {
    if (!run) return
    abort = new AbortController()
    const { signal } = abort
    const onStep = (step: CollectionRun) => report(describeCollection(step, true, hub.sentTo))
    onStep(run)
    try {
      run = await runCollection(run, accountOf(hub), { withNotes, onStep, signal })
      report(describeCollection(run, false, hub.sentTo))
    } catch (error) {
      report(notBegun(error))
    }
  }
}

/** The reader's own first, then those of organisations; one that says no is passed over. */
async function collectionsOf(
  account: HubAccount,
  { name, organizations }: { name: string; organizations: readonly string[] },
  signal: AbortSignal,
): Promise<HubCollection[]> {
  const own = await fetchCollections(account, name, signal)
  const others = await Promise.all(
    organizations
      .slice(0, organizationsAtMost)
      .map((owner) => fetchCollections(account, owner, signal).catch(() => [])),
  )
  return [own, ...others].flat()
}

function accountOf({ token, sentTo }: HubToken): HubAccount {
  return { endpoint: sentTo, token }
}
