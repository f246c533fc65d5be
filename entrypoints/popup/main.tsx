import { render } from 'preact'
import { letPapersBeDragged } from '@/components/drag-out.ts'
import { keepRovingFocus } from '@/components/roving-focus.ts'
import { Site } from '@/components/Site.ts'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { askLeave } from '@/lib/host-leave.ts'
import { namePage, t } from '@/lib/i18n.ts'
import { checkLocal } from '@/lib/local-store.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { defaultArxiv, defaultEndpoint } from '@/lib/settings.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { firstPagePaper, openPageOf } from '@/lib/state/open-page.ts'
import { createPopup } from '@/lib/state/popup.ts'
import type { PopupCommands } from '@/lib/state/popup-live.ts'
import { popupAhead } from './ahead.tsx'
import { PopupPage } from './PopupPage.tsx'
import { shownTitles } from './shown-titles.ts'

namePage(t('page.popup'))
const app = document.getElementById('app') as HTMLElement
const local = checkLocal(await firstPaint.local.catch(() => ({})))
const { frontPage, settings, appearance } = local
wearAppearance(appearance)
const site = siteOf(settings?.endpoint ?? defaultEndpoint)
const tab = await firstPaint.tab
const page = tab && openPageOf(tab, site)
const popup = createPopup(frontPage, firstPagePaper(page))
const arxiv = settings?.arxiv ?? defaultArxiv
const live = Promise.withResolvers<PopupCommands>()
// What public/first-paint.js has painted is taken over, with what was typed into it meanwhile.
if (app.firstChild) await loadTexFor(shownTitles(frontPage))
popup.query.value = app.querySelector('input')?.value ?? firstPaint.typed
render(
  <Site.Provider value={site}>
    <PopupPage popup={popup} live={live.promise} onAllowArxiv={() => void askLeave(arxiv)} />
  </Site.Provider>,
  app,
)
app.querySelector<HTMLInputElement>('input[type=search]')?.focus()

const { connectPopup } = await import('@/lib/state/popup-live.ts')
keepRovingFocus()
letPapersBeDragged()
live.resolve(connectPopup(popup, { page, arxiv }))

const { keepLaidAhead } = await import('../first-paint/lay-ahead.ts')
keepLaidAhead([popupAhead])
