import { type Signal, signal } from '@preact/signals'
import type { HubSearch } from '../model/hub-search.ts'

/** The model of searching, which the popup and the new tab share. */
export interface Search {
  /** How many hits are wanted of a query; of any other, the first {@link hitsAtOnce}. */
  wanted: Signal<{ query: string; limit: number }>
  /** What Hugging Face was asked for last. */
  hub: Signal<HubSearch | undefined>
}

export const hitsAtOnce = 20

export function createSearch(): Search {
  return { wanted: signal({ query: '', limit: hitsAtOnce }), hub: signal(undefined) }
}

/** How many hits of a query are wanted. */
export function limitOf({ wanted }: Search, query: string): number {
  return wanted.value.query === query ? wanted.value.limit : hitsAtOnce
}

/** What Hugging Face was asked for this query; undefined when it was not. */
export function hubOf({ hub }: Search, query: string): HubSearch | undefined {
  return hub.value?.query === query ? hub.value : undefined
}
