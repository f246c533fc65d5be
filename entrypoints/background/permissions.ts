import { browser } from 'wxt/browser'
import { changeSettings } from '@/lib/change-settings.ts'
import { permissionOfPart } from '@/lib/model/new-tab-parts.ts'

/** Turns off what can no longer be shown, because its permission was taken back. */
export function onPermissionTaken(): void {
  browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
    const gone = Object.entries(permissionOfPart).filter(([, name]) => permissions.includes(name))
    if (gone.length === 0) return
    const off = Object.fromEntries(gone.map(([part]) => [part, false]))
    void changeSettings((settings) => ({ ...settings, newTab: { ...settings.newTab, ...off } }))
  })
}
