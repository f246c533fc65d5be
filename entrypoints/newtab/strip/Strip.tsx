import { later } from '@/components/later.tsx'
import type { NewTab } from '@/lib/state/new-tab.ts'

// Each is fetched only where it is turned on, and after the first paint.
const OwnTopSites = later(async () => (await import('./OwnTopSites.tsx')).OwnTopSites)
const OwnWebSearch = later(async () => (await import('./OwnWebSearch.tsx')).OwnWebSearch)

/**
 * The parts above the page that are no papers. Whether they are there is known at the first paint:
 * their place is kept from then on, and filled once the page is live.
 */
export function Strip({ tab }: { tab: NewTab }) {
  const { hasTopSites, hasWebSearch } = tab.parts.value
  const isLive = tab.isLive.value
  if (!hasTopSites && !hasWebSearch) return null
  return (
    <div class="strip">
      {hasWebSearch && <div class="strip-search">{isLive && <OwnWebSearch />}</div>}
      {hasTopSites && <div class="strip-sites">{isLive && <OwnTopSites />}</div>}
    </div>
  )
}
