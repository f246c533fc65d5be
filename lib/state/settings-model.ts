import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { PaperboyDatabase } from '../db/database.ts'
import { watchLocal } from '../local-store.ts'
import type { Appearance } from '../model/appearance.ts'
import type { PaperCard } from '../model/card.ts'
import { defaultArxiv, type Settings } from '../settings.ts'
import type { SyncChoices } from '../sync-library/choices.ts'
import { isToolbarPage } from '../toolbar-page.ts'
import { choose } from './choose-appearance.ts'
import { type DiskUse, readDiskUse } from './disk-use.ts'
import { openEveryMachine } from './every-machine.ts'
import { type Grant, grantFor, openGrants } from './grants.ts'
import { openNewTabOptions } from './new-tab-options.ts'
import { openOptions } from './options.ts'
import { connectPictures } from './pictures.ts'
import { openSendOptions } from './send-options.ts'
import { openShortcuts, readShortcuts, type Shortcut } from './shortcuts.ts'

/** All that the settings page shows and does: a model and its commands for each part. */
export interface SettingsModel {
  options: ReturnType<typeof openOptions>
  everyMachine: ReturnType<typeof openEveryMachine>
  send: ReturnType<typeof openSendOptions>
  newTab: ReturnType<typeof openNewTabOptions>
  grants: ReturnType<typeof openGrants>
  appearance: Signal<Appearance>
  choose: typeof choose
  /** Of the front page, as many as fill the preview; none before the first edition. */
  cards: Signal<readonly PaperCard[]>
  /** The addresses of their pictures, by paper. */
  pictures: Signal<ReadonlyMap<string, string>>
  /** Where arXiv's API is, and whether it may be asked. */
  arxiv: ReadonlySignal<string>
  arxivGrant: ReadonlySignal<Grant>
  diskUse: Signal<DiskUse | undefined>
  shortcuts: Signal<readonly Shortcut[]>
  openShortcuts(): Promise<void>
  /** The build that leaves the browser's own new tab alone. */
  isToolbarPage: boolean
  about: { version: string; licence: string; changelog: string; source?: string }
}

export function openSettingsModel(found: {
  settings?: Settings
  appearance: Signal<Appearance>
  cards?: readonly PaperCard[]
  choices: SyncChoices
  texts: { licence: string; changelog: string }
}): SettingsModel {
  const { settings, appearance, choices, texts } = found
  const cards = signal(fillPreview(found.cards))
  watchLocal('frontPage', (frontPage) => {
    cards.value = fillPreview(frontPage?.cards)
  })
  const pictures = signal<ReadonlyMap<string, string>>(new Map())
  connectPictures(
    new PaperboyDatabase(),
    pictures,
    () => cards.value,
    // The preview is as good without them.
    (error) => console.warn('The pictures of the preview could not be read:', error),
  )
  const options = openOptions(settings)
  const grants = openGrants()
  const arxiv = computed(() => options[0].settings.value.arxiv ?? defaultArxiv)
  const manifest = browser.runtime.getManifest()
  return {
    options,
    everyMachine: openEveryMachine(choices),
    send: openSendOptions(),
    newTab: openNewTabOptions(settings),
    grants,
    appearance,
    choose,
    cards,
    pictures,
    arxiv,
    arxivGrant: computed(() => grantFor(arxiv.value, grants[0].value)),
    diskUse: readDiskUse(),
    shortcuts: readShortcuts(),
    openShortcuts,
    isToolbarPage,
    about: { ...texts, version: manifest.version, source: manifest.homepage_url },
  }
}

const cardsInPreview = 6

function fillPreview(cards: readonly PaperCard[] = []): readonly PaperCard[] {
  return cards.length < cardsInPreview ? [] : cards.slice(0, cardsInPreview)
}
