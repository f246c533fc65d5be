import { later } from '@/components/later.tsx'
import type { Route } from '@/lib/model/route.ts'

// None of these is needed for the first paint: together they are chunks of their own.

export const OtherView = later(async () => (await import('./OtherView.tsx')).OtherView)
export const SyncDetails = later(
  async () => (await import('@/components/SyncDetails.tsx')).SyncDetails,
)
export const UndoToast = later(async () => (await import('@/components/UndoToast.tsx')).UndoToast)
export const SearchResults = later(
  async () => (await import('@/components/search/SearchResults.tsx')).SearchResults,
)
export const OperatorHints = later(
  async () => (await import('@/components/search/OperatorHints.tsx')).OperatorHints,
)
export const OperatorSheet = later(
  async () => (await import('@/components/search/OperatorSheet.tsx')).OperatorSheet,
)
export const PaletteOfNewTab = later(
  async () => (await import('./PaletteOfNewTab.tsx')).PaletteOfNewTab,
)
export const KeysOfNewTab = later(async () => (await import('./KeysOfNewTab.tsx')).KeysOfNewTab)
export const SavedView = later(async () => (await import('./SavedView.tsx')).SavedView)
export const BinView = later(async () => (await import('./BinView.tsx')).BinView)
export const PaperPage = later(async () => (await import('@/components/PaperPage.tsx')).PaperPage)
export const PaperPanel = later(async () => (await import('./PaperPanel.tsx')).PaperPanel)
export const CitePaper = later(async () => (await import('./CitePaper.tsx')).CitePaper)
export const CiteFocused = later(async () => (await import('./CiteFocused.tsx')).CiteFocused)
export const SendPanel = later(async () => (await import('./SendPanel.tsx')).SendPanel)
export const ArxivOffer = later(async () => (await import('./ArxivOffer.tsx')).ArxivOffer)

export const OwnFirstSteps = later(async () => (await import('./OwnFirstSteps.tsx')).OwnFirstSteps)

/** Fetches what a view is first drawn with. */
export async function loadViewOf({ view }: Route): Promise<void> {
  if (view === 'saved') await Promise.all([OtherView.load(), SavedView.load()])
  else if (view === 'bin') await Promise.all([OtherView.load(), BinView.load()])
  else await loadLaterViews()
}

/** Fetches those of searching ahead, so that the first hits are drawn in the frame they arrive. */
export async function loadLaterViews(): Promise<void> {
  const found = [SearchResults, OperatorHints, OperatorSheet, KeysOfNewTab]
  const onePaper = [PaperPage, PaperPanel, CitePaper, CiteFocused, ArxivOffer]
  const views = [OtherView, SyncDetails, UndoToast, ...found, ...onePaper, SavedView, BinView]
  await Promise.all(views.map((view) => view.load()))
}
