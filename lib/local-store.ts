import { browser } from 'wxt/browser'
import type { StoredAppearance } from './model/appearance.ts'
import type { PaperCard } from './model/card.ts'
import { type FrontPage, frontPageFormat } from './model/front-page.ts'
import type { Visit } from './model/visit.ts'
import type { Settings } from './settings.ts'

/** What lies in `storage.local`: only what must be there before the database is open. */
export interface LocalStore {
  frontPage: FrontPage
  /** Stamps of the front page, and of what of it the popup shows: others when that is another. */
  published: { stamp: string; popup: string }
  visit: Visit
  settings: Settings
  /** Read it with `readAppearance`, which checks each choice. */
  appearance: StoredAppearance
  /** How far the reader is with the first steps; absent for whom they were not made. */
  welcome: { step: WelcomeStep }
}

export type WelcomeStep = 'look' | 'keys' | 'done'

/** Reads some of it in one go; what was never written is absent. */
export async function readLocal<Key extends keyof LocalStore>(
  ...keys: Key[]
): Promise<Partial<Pick<LocalStore, Key>>> {
  return checkLocal(await browser.storage.local.get(keys))
}

/**
 * What was read, without what is not as it should be: the front page and the visit are made
 * anew, and settings fall back, but a page must come up whatever lies there. Checked by hand,
 * since this runs before the first paint.
 */
export function checkLocal<Key extends keyof LocalStore>(
  read: Partial<Record<Key, unknown>>,
): Partial<Pick<LocalStore, Key>> {
  const checks: { [Part in keyof LocalStore]: (value: never) => boolean } = {
    frontPage: isFrontPage,
    published: ({ stamp, popup }: Partial<LocalStore['published']>) =>
      typeof stamp === 'string' && typeof popup === 'string',
    visit: isVisit,
    settings: isSettings,
    appearance: () => true,
    welcome: isWelcome,
  }
  const parts = Object.entries(read).filter(([part, value]) => {
    const isGood = checks[part as Key] as (value: unknown) => boolean
    return typeof value === 'object' && value !== null && isGood(value)
  })
  return Object.fromEntries(parts) as Partial<Pick<LocalStore, Key>>
}

function isFrontPage({ format, cards, lastSaved }: Partial<FrontPage>): boolean {
  return format === frontPageFormat && isCards(cards) && isCards(lastSaved)
}

function isCards(cards: unknown): boolean {
  return (
    Array.isArray(cards) &&
    cards.every(
      (card: Partial<PaperCard>) =>
        typeof card?.id === 'string' &&
        typeof card.title === 'string' &&
        typeof card.blurb === 'string' &&
        typeof card.upvotes === 'number' &&
        typeof card.comments === 'number' &&
        Array.isArray(card.authors),
    )
  )
}

function isVisit({ lastLookAt, previousEndedAt }: Partial<Visit>): boolean {
  return Number.isFinite(lastLookAt) && (previousEndedAt ?? 0) >= 0
}

function isSettings({ endpoint, arxiv = endpoint }: Partial<Settings>): boolean {
  return [endpoint, arxiv].every((base) => typeof base === 'string' && URL.canParse(base))
}

function isWelcome({ step }: Partial<LocalStore['welcome']>): boolean {
  return step === 'look' || step === 'keys' || step === 'done'
}

export function writeLocal(part: Partial<LocalStore>): Promise<void> {
  return browser.storage.local.set(part)
}

/** Calls back when one part is written anywhere in the browser; returns how to stop. */
export function watchLocal<Key extends keyof LocalStore>(
  key: Key,
  onChange: (value: LocalStore[Key] | undefined, before: LocalStore[Key] | undefined) => void,
): () => void {
  const listener = (changes: Record<string, Change>, area: string) => {
    const change = area === 'local' ? changes[key] : undefined
    const read = (value: unknown) => value as LocalStore[Key] | undefined
    if (change) onChange(read(change.newValue), read(change.oldValue))
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

interface Change {
  newValue?: unknown
  oldValue?: unknown
}
