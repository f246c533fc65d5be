import type { NewTabParts } from './model/new-tab-parts.ts'

/** What the reader has chosen. */
export interface Settings {
  /** The base of every request for feed data, without a slash at its end (`HF_ENDPOINT`). */
  endpoint: string
  /** Where arXiv's API is, when it is not {@link defaultArxiv}; no page asks for it. */
  arxiv?: string
  /** Where Zotero listens on this machine, when it was told another port than its own. */
  zoteroPort?: number
  /** How old (minutes) the feed's lists may get while they grow; one of `refreshChoices`. */
  refreshMinutes?: number
  /** Nothing is fetched ahead of being looked at. */
  isSavingData?: boolean
  newTab?: NewTabParts
}

export const defaultEndpoint = 'https://huggingface.co'
export const defaultArxiv = 'https://export.arxiv.org'
export const defaultSettings: Settings = { endpoint: defaultEndpoint }
