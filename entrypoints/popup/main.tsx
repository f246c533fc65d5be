import { render } from 'preact'
import { Site } from '@/components/Site.ts'
import { readLocal } from '@/lib/local-store.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { createPopup } from '@/lib/state/popup.ts'
import type { PopupCommands } from '@/lib/state/popup-live.ts'
import { PopupPage } from './PopupPage.tsx'

const { frontPage, settings } = await readLocal('frontPage', 'settings')
const popup = createPopup(frontPage)
const live = Promise.withResolvers<PopupCommands>()
render(
  <Site.Provider value={siteOf(settings?.endpoint ?? defaultEndpoint)}>
    <PopupPage popup={popup} live={live.promise} />
  </Site.Provider>,
  document.getElementById('app') as HTMLElement,
)
document.querySelector<HTMLInputElement>('input[type=search]')?.focus()

const { connectPopup } = await import('@/lib/state/popup-live.ts')
live.resolve(connectPopup(popup))
