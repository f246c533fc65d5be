import { render } from 'preact'
import { readLocal } from '@/lib/local-store.ts'
import type { LibraryCommands } from '@/lib/state/library-commands.ts'
import { createPopup } from '@/lib/state/popup.ts'
import { PopupPage } from './PopupPage.tsx'

const { frontPage } = await readLocal('frontPage')
const popup = createPopup(frontPage)
const live = Promise.withResolvers<LibraryCommands>()
render(
  <PopupPage popup={popup} live={live.promise} />,
  document.getElementById('app') as HTMLElement,
)
document.querySelector<HTMLInputElement>('input[type=search]')?.focus()

const { connectPopup } = await import('@/lib/state/popup-live.ts')
live.resolve(connectPopup(popup))
