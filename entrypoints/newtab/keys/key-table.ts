import { t } from '@/lib/i18n.ts'
import type { KeyGroup, KeyRow } from '@/lib/model/keys.ts'
import { formatRoute, type Route } from '@/lib/model/route.ts'
import { nothingSelected, selectAll } from '@/lib/model/selection.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { stepsOf } from '@/lib/state/steps.ts'
import { unfold } from '../unfold.ts'
import {
  clickWith,
  focusedPaper,
  inPaper,
  inSelection,
  nextStatus,
  paperAtHand,
} from './focused-paper.ts'
import { hasPapers, isOnPaper, leaveFeed, moveFocus } from './move-focus.ts'
import { searchBox } from './search-box.ts'

/** What the keys act on. */
export interface KeyPage {
  tab: NewTab
  live: Promise<NewTabCommands>
}

/** A key with all there is to it: what it is called, where it holds, and what it does. */
export interface PageKey extends KeyRow {
  name: string
  group: keyof typeof groupTitles
  /** False where it has nothing to act on: there it is a letter like any other. */
  can(page: KeyPage): boolean
  run(page: KeyPage): void
  /** False where the key is heard and does nothing, as at an end: the palette leaves it out. */
  leads?(page: KeyPage): boolean
  /** Goes on while it is held down. */
  isHeld?: true
  /** Also while a field or a dialog has the focus. */
  isEverywhere?: true
}

const groupTitles = {
  page: t('keys.group.page'),
  paper: t('keys.group.paper'),
  saved: t('keys.group.saved'),
}

const always = () => true
const isCalm = () => document.querySelector('.calm') !== null
// While only the first of the saved are read, not all can be selected.
const shelfIds = ({ tab }: KeyPage): readonly string[] => {
  const content = tab.content.value
  if (content.state === 'shelf') return content.first ? [] : content.ids
  return content.state === 'bin' ? content.ids : []
}
const isSelecting = () => document.querySelector('.selection-bar') !== null

/** Presses a control of the paper; without one, the key has nothing to act on. */
const presses = (selector: string) => ({
  can: () => inPaper(selector) !== null,
  run: () => inPaper(selector)?.click(),
})

/** The one table of keys: the keyboard, the sheet and the palette are all made from it. */
export const keyTable: readonly PageKey[] = [
  {
    ...{ name: 'next', keys: ['j'], group: 'page', label: t('keys.next') },
    // On a calm page the papers come first.
    can: () => hasPapers() || isCalm(),
    run: ({ tab }) => (isCalm() ? unfold(tab) : moveFocus(1)),
    isHeld: true,
  },
  {
    ...{ name: 'previous', keys: ['k'], group: 'page', label: t('keys.previous') },
    ...{ can: hasPapers, run: () => moveFocus(-1), isHeld: true },
  },
  {
    ...{ name: 'search', keys: ['/'], group: 'page', label: t('keys.search') },
    ...{ can: always, run: () => searchBox()?.focus() },
  },
  {
    ...{ name: 'palette', keys: ['Ctrl+k'], group: 'page', label: t('keys.palette') },
    can: always,
    run: ({ tab }) => {
      tab.isPaletteOpen.value = !tab.isPaletteOpen.value
    },
    isEverywhere: true,
  },
  {
    ...{ name: 'earlier', keys: ['h'], group: 'page', label: t('keys.earlier') },
    ...{ can: hasSteps, run: (page) => step(page, 'earlier') },
    leads: (page) => stepOf(page, 'earlier') !== undefined,
  },
  {
    ...{ name: 'later', keys: ['l'], group: 'page', label: t('keys.later') },
    ...{ can: hasSteps, run: (page) => step(page, 'later') },
    leads: (page) => stepOf(page, 'later') !== undefined,
  },
  {
    ...{ name: 'undo', keys: ['u'], group: 'page', label: t('keys.undo') },
    ...{ can: always, run: async ({ live }) => (await live).undo() },
    leads: ({ tab }) => tab.released.value !== undefined,
  },
  {
    ...{ name: 'help', keys: ['?'], group: 'page', label: t('masthead.keys') },
    can: always,
    run: ({ tab }) => {
      tab.isHelpOpen.value = true
    },
  },
  {
    ...{ name: 'nextOnPaper', keys: ['ArrowDown', 'PageDown'], group: 'paper' },
    ...{ label: t('keys.next'), can: isOnPaper, run: () => moveFocus(1), isHeld: true },
  },
  {
    ...{ name: 'previousOnPaper', keys: ['ArrowUp', 'PageUp'], group: 'paper' },
    ...{ label: t('keys.previous'), can: isOnPaper, run: () => moveFocus(-1), isHeld: true },
  },
  {
    ...{ name: 'leaveUp', keys: ['Ctrl+Home'], group: 'paper', label: t('keys.leaveUp') },
    ...{ can: isOnPaper, run: () => leaveFeed(-1) },
  },
  {
    ...{ name: 'leaveDown', keys: ['Ctrl+End'], group: 'paper', label: t('keys.leaveDown') },
    ...{ can: isOnPaper, run: () => leaveFeed(1) },
  },
  {
    ...{ name: 'open', keys: ['o', 'Enter'], group: 'paper', label: t('keys.open') },
    ...presses('.paper-title a'),
  },
  {
    ...{ name: 'openBehind', keys: ['O'], group: 'paper', label: t('keys.openBehind') },
    can: () => inPaper('.paper-title a') !== null,
    run: () => clickWith(inPaper('.paper-title a'), 'ctrlKey'),
  },
  {
    ...{ name: 'save', keys: ['s'], group: 'paper', label: t('keys.save') },
    ...presses('.save'),
  },
  {
    ...{ name: 'abstract', keys: ['a'], group: 'paper', label: t('keys.abstract') },
    // Not where all abstracts are shown.
    can: () => inPaper('.paper-more')?.checkVisibility() === true,
    run: () => {
      inPaper('.paper-more')?.click()
      setTimeout(() => focusedPaper()?.scrollIntoView({ block: 'nearest' }), settleMs)
    },
  },
  {
    ...{ name: 'cite', keys: ['c'], group: 'paper', label: t('keys.cite') },
    can: () => isSelecting() || paperAtHand() !== null,
    run: ({ tab }) => {
      // Of the selected papers all, as the other keys do.
      const button = inSelection('.cite-button') ?? inPaper('.cite-button')
      if (button) button.click()
      else tab.citing.value = paperAtHand()?.dataset.paperId
    },
  },
  {
    ...{ name: 'select', keys: ['x'], group: 'saved', label: t('keys.select') },
    ...presses('.shelf-select'),
  },
  {
    ...{ name: 'selectTo', keys: ['X'], group: 'saved', label: t('keys.selectTo') },
    can: () => inPaper('.shelf-select') !== null,
    run: () => clickWith(inPaper('.shelf-select'), 'shiftKey'),
  },
  {
    ...{ name: 'selectAll', keys: ['Ctrl+a'], group: 'saved', label: t('keys.selectAll') },
    can: (page) => shelfIds(page).length > 0 && document.activeElement?.closest('.shelf') !== null,
    run: (page) => {
      const shelf = page.tab.shelf.value
      if (shelf) shelf.selection.value = selectAll(shelfIds(page))
    },
  },
  {
    ...{ name: 'selectNone', keys: ['Escape'], group: 'saved', label: t('keys.selectNone') },
    can: ({ tab }) => (tab.shelf.value?.selection.value.ids.size ?? 0) > 0,
    run: ({ tab }) => {
      if (tab.shelf.value) tab.shelf.value.selection.value = nothingSelected
    },
  },
  {
    ...{ name: 'status', keys: ['e'], group: 'saved' },
    label: t('keys.status'),
    can: () => isSelecting() || inPaper('.status-select') !== null,
    run: nextStatus,
  },
  {
    ...{ name: 'tag', keys: ['t'], group: 'saved', label: t('keys.tag') },
    can: () => (inSelection('.tag-open') ?? inPaper('.tag-open')) !== null,
    run: () => (inSelection('.tag-open') ?? inPaper('.tag-open'))?.click(),
  },
  {
    ...{ name: 'note', keys: ['n'], group: 'saved', label: t('keys.note') },
    ...presses('.note-open'),
  },
  {
    ...{ name: 'delete', keys: ['Delete'], group: 'saved', label: t('keys.delete') },
    can: () => inSelection('.selection-delete') !== null,
    run: () => inSelection('.selection-delete')?.click(),
  },
]

/** The table in the groups of the sheet. */
export function groupKeys(): KeyGroup[] {
  return Object.entries(groupTitles).map(([group, title]) => ({
    title,
    rows: keyTable.filter((row) => row.group === group),
  }))
}

/** Until an abstract that was asked for is there. */
const settleMs = 60

function hasSteps({ tab }: KeyPage): boolean {
  return stepsOf(tab.content.value, tab.today.value) !== undefined
}

function stepOf({ tab }: KeyPage, direction: 'earlier' | 'later'): Route | undefined {
  return stepsOf(tab.content.value, tab.today.value)?.[direction]
}

function step(page: KeyPage, direction: 'earlier' | 'later'): void {
  const route = stepOf(page, direction)
  if (route) location.hash = formatRoute(route)
}
