import { browser } from 'wxt/browser'
import { t } from './i18n.ts'
import type { HubAnswer } from './model/hub-search.ts'
import type { KeepOutcome, PaperToKeep } from './model/keep-paper.ts'
import type { ListingRef } from './model/listing.ts'
import type { FillReport, LookUp, TitleAnswer } from './model/look-up.ts'
import type { FetchedPaper } from './model/paper.ts'
import type { SavedFrom } from './model/saved-paper.ts'
import type { SyncReport } from './model/sync-report.ts'

/**
 * The commands a page can give the background, each with what it answers. Pages read the
 * database themselves, so nothing else is ever sent.
 */
export interface Commands {
  /** Fetch what is due, and `wanted`; for the `user` what is shown is fetched even if fresh. */
  sync: { ask: { reason: 'page' | 'user'; wanted?: ListingRef[] }; answer: SyncReport }
  /** Look a paper up that is not stored, or is saved and waits for it. */
  fetchPaper: { ask: { id: string }; answer: LookUp }
  /** Ask the endpoint's own search; what it finds is handed back and not stored. */
  searchHub: { ask: { words: string }; answer: HubAnswer }
  /** Store a paper that was found, and save it. */
  saveFound: { ask: { paper: FetchedPaper; savedFrom?: SavedFrom }; answer: boolean }
  /** Save a paper by its id, and look it up if it is not stored. */
  keepPaper: { ask: PaperToKeep; answer: KeepOutcome }
  /** Look up the saved papers that wait, now that the browser is online again. */
  fillIn: { ask: object; answer: FillReport }
  /** Look for the paper with a title; what is found is handed back and not stored. */
  findByTitle: { ask: { title: string }; answer: TitleAnswer }
  /** Sync the library with the reader's other machines now. */
  syncLibrary: { ask: Record<never, never>; answer: boolean }
}

type Message = { [Name in keyof Commands]: { type: Name } & Commands[Name]['ask'] }[keyof Commands]
type Answer<Name extends keyof Commands> = { value: Commands[Name]['answer'] } | { problem: string }

/** Gives the background a command. Rejects with an Error whose message is for the reader. */
export async function send<Name extends keyof Commands>(
  type: Name,
  ask: Commands[Name]['ask'],
): Promise<Commands[Name]['answer']> {
  const message = { type, ...ask }
  // The worker may die before it answers. Every command can be given twice, and the second
  // time wakes a new one.
  const answer: Answer<Name> | undefined = await browser.runtime
    .sendMessage(message)
    .catch(() => browser.runtime.sendMessage(message))
    .catch(() => undefined)
  if (!answer) throw new Error(t('background.interrupted'))
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.value
}

/** Answers commands. To be called synchronously when the background starts. */
export function onCommand(
  handlers: {
    [Name in keyof Commands]: (ask: Commands[Name]['ask']) => Promise<Commands[Name]['answer']>
  },
): void {
  answerMessages((message) => {
    const { type, ...ask } = message as Message
    const handle = handlers[type] as ((ask: unknown) => Promise<unknown>) | undefined
    return handle?.(ask).then(
      (value) => ({ value }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
  })
}

/**
 * Answers messages, each when its promise is kept; undefined leaves one to others. Chromium knows
 * no promise here: a listener says with `true` that its answer comes later.
 */
export function answerMessages(answer: (message: unknown) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, respond) => {
    const answering = answer(message)
    // One that breaks closes the channel, which whoever asked is told of.
    answering?.then(respond, () => respond())
    return answering !== undefined
  })
}
