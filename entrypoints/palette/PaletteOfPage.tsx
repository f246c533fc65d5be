import { useMemo } from 'preact/hooks'
import { Palette, type PaletteSource } from '@/components/palette/Palette.tsx'
import { PaperboyDatabase } from '@/lib/db/database.ts'
import { feedDateAt } from '@/lib/model/feed-date.ts'
import { createFinder } from '@/lib/search/finder.ts'
import { findPapers } from '@/lib/state/find-papers.ts'
import { namedItems, placeItems, searchItem } from '@/lib/state/palette.ts'
import { appearanceItems } from './appearance-items.ts'
import { pageItems } from './page-items.ts'
import { paperItems } from './paper-items.ts'
import { settingItems } from './setting-items.ts'

/** The palette of the settings and the library, which leads to the new tab from there. */
export function PaletteOfPage({ onClose }: { onClose: () => void }) {
  const source = useMemo(createSource, [])
  return <Palette source={source} onClose={onClose} />
}

const home = '/newtab.html'

function createSource(): PaletteSource {
  const today = feedDateAt(new Date())
  const finder = createFinder(new PaperboyDatabase())
  return {
    items: () => [
      ...pageItems(),
      ...placeItems(today, home),
      ...appearanceItems(),
      // The settings offer their sections as any page does.
      ...(location.pathname === '/options.html' ? [] : settingItems()),
    ],
    named: (text) => namedItems(text, today, home),
    find: async (text, signal) => paperItems(await findPapers(finder, text, signal), home),
    search: (text) => searchItem(text, home),
  }
}
