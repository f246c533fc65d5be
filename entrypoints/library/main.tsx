import { render } from 'preact'
import { listenForPalette } from '@/entrypoints/palette/listen-for-palette.tsx'
import { namePage, t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { openLibraryPage } from '@/lib/state/library-page.ts'
import { LibraryPage } from './LibraryPage.tsx'

namePage(t('page.library'))
wearAppearance((await readLocal('appearance')).appearance)
const [page, commands] = openLibraryPage()
// A file dropped beside the zone is meant all the same; left alone, the browser would open it.
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  const isTaken = event.defaultPrevented
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file && !isTaken) void commands.read(file, file.name)
})
render(
  <LibraryPage page={page} commands={commands} />,
  document.getElementById('app') as HTMLElement,
)
listenForPalette()
