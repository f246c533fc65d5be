/** How often the feed is asked, and how much of it ahead of time. */
export interface Pace {
  /** How old (ms) a list that still grows may get. */
  everyMs: number
  /** How many editions before today's are kept at hand. */
  editionsBehind: number
  /** Nothing is to be fetched that can be done without, as pictures. */
  isSaving: boolean
}

/** What the reader can choose from, in minutes; the first is the default. */
export const refreshChoices = [30, 60, 180, 720] as const

export const usualPace: Pace = {
  everyMs: refreshChoices[0] * 60_000,
  editionsBehind: 6,
  isSaving: false,
}

/** The last edition, where today has none. */
const editionsOfSavers = 1

/**
 * The pace that was chosen. Whoever saves data has today and the last edition; any other comes
 * when it is looked at.
 */
export function paceOf(chosen: { refreshMinutes?: number; isSavingData?: boolean } = {}): Pace {
  const minutes = refreshChoices.find((each) => each === chosen.refreshMinutes)
  const isSaving = chosen.isSavingData === true
  return {
    isSaving,
    everyMs: minutes === undefined ? usualPace.everyMs : minutes * 60_000,
    editionsBehind: isSaving ? editionsOfSavers : usualPace.editionsBehind,
  }
}
