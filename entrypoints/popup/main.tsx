import { render } from 'preact'
import { letPapersBeDragged } from '@/components/drag-out.ts'
import { keepRovingFocus } from '@/components/roving-focus.ts'
import { Site } from '@/components/Site.ts'
import { askLeave } from '@/lib/host-leave.ts'
import { namePage, t } from '@/lib/i18n.ts'
import { readLocal } from '@/lib/local-store.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { defaultArxiv, defaultEndpoint } from '@/lib/settings.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { firstPagePaper, readOpenPage } from '@/lib/state/open-page.ts'
import { createPopup } from '@/lib/state/popup.ts'
import type { PopupCommands } from '@/lib/state/popup-live.ts'
import { PopupPage } from './PopupPage.tsx'

namePage(t('page.popup'))
const { frontPage, settings, appearance } = await readLocal('frontPage', 'settings', 'appearance')
wearAppearance(appearance)
const site = siteOf(settings?.endpoint ?? defaultEndpoint)
const page = await readOpenPage(site)
const popup = createPopup(frontPage, firstPagePaper(page))
const arxiv = settings?.arxiv ?? defaultArxiv
const live = Promise.withResolvers<PopupCommands>()
render(
  <Site.Provider value={site}>
    <PopupPage popup={popup} live={live.promise} onAllowArxiv={() => void askLeave(arxiv)} />
  </Site.Provider>,
  document.getElementById('app') as HTMLElement,
)
document.querySelector<HTMLInputElement>('input[type=search]')?.focus()

const { connectPopup } = await import('@/lib/state/popup-live.ts')
keepRovingFocus()
letPapersBeDragged()
live.resolve(connectPopup(popup, { page, arxiv }))
