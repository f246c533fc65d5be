import { Palette } from '@/components/palette/Palette.tsx'
import { appearanceItems } from '@/entrypoints/palette/appearance-items.ts'
import { paperItems } from '@/entrypoints/palette/paper-items.ts'
import { settingItems } from '@/entrypoints/palette/setting-items.ts'
import { t } from '@/lib/i18n.ts'
import type { PaletteItem } from '@/lib/model/palette.ts'
import { namedItems, placeItems, searchItem } from '@/lib/state/palette.ts'
import { inPaper } from './keys/focused-paper.ts'
import { type KeyPage, keyTable } from './keys/key-table.ts'

/** The palette of the new tab: every key of the table that has something to act on, and more. */
export function PaletteOfNewTab({ tab, live, onRefresh }: KeyPage & { onRefresh?: () => void }) {
  const today = tab.today.value
  return (
    <Palette
      source={{
        items: () => [
          ...keyItems({ tab, live }),
          ...sendItems(),
          ...(onRefresh ? [refreshItem(onRefresh)] : []),
          ...placeItems(today, ''),
          ...appearanceItems(),
          ...settingItems(),
        ],
        named: (text) => namedItems(text, today, ''),
        find: async (text, signal) => paperItems(await (await live).findPapers(text, signal), ''),
        search: (text) => searchItem(text, ''),
      }}
      onClose={() => {
        tab.isPaletteOpen.value = false
      }}
    />
  )
}

/** Moving is for the keyboard alone. */
const onlyKeys = [
  ...['palette', 'next', 'previous', 'nextOnPaper', 'previousOnPaper'],
  ...['leaveUp', 'leaveDown'],
]

const groups = {
  page: t('palette.group.do'),
  paper: t('palette.group.doWithPaper'),
  saved: t('palette.group.doWithPaper'),
}

function keyItems(page: KeyPage): PaletteItem[] {
  const offered = keyTable.filter(
    ({ name, can, leads }) => !onlyKeys.includes(name) && can(page) && leads?.(page) !== false,
  )
  // What there is to do with the paper that has the focus comes first.
  return [...offered]
    .sort((a, b) => Number(a.group === 'page') - Number(b.group === 'page'))
    .map(({ name, label, keys, group, run }) => ({
      ...{ id: `key ${name}`, label, group: groups[group], chord: keys[0] },
      run: () => run(page),
      ...saidHere[name]?.(),
    }))
}

/** Here a key is called by what it does just now, and is found by more than its name. */
const saidHere: Record<string, () => Partial<PaletteItem>> = {
  search: () => ({ label: t('masthead.search'), words: t('keys.search') }),
  help: () => ({ words: t('palette.words.help') }),
  save: () => {
    const isSaved = inPaper('.save')?.getAttribute('aria-pressed') === 'true'
    return { label: t(isSaved ? 'palette.letGo' : 'palette.save'), words: t('keys.save') }
  },
}

/** The buttons for sending papers elsewhere, where the page has them. */
function sendItems(): PaletteItem[] {
  const buttons = document.querySelectorAll<HTMLElement>('.send-buttons button:enabled')
  return [...buttons].map((button, i) => ({
    ...{ id: `send ${i}`, group: t('send.label'), label: button.textContent ?? '' },
    run: () => button.click(),
  }))
}

function refreshItem(run: () => void): PaletteItem {
  return {
    id: 'refresh',
    run,
    label: t('palette.refresh'),
    group: t('palette.group.do'),
    words: t('palette.words.refresh'),
  }
}
