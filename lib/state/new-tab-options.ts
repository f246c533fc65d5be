import { type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { changeSettings } from '../change-settings.ts'
import { describeError } from '../errors.ts'
import { t } from '../i18n.ts'
import { watchLocal } from '../local-store.ts'
import {
  type NewTabParts,
  type PartWithPermission,
  permissionOfPart,
} from '../model/new-tab-parts.ts'
import type { Settings } from '../settings.ts'
import { goToStep } from './welcome.ts'

/** The settings of what the new tab shows besides the papers. */
export interface NewTabOptions {
  parts: Signal<NewTabParts>
  /** What became of the last change, where it did not become what was wanted. */
  message: Signal<string>
}

export interface NewTabOptionsCommands {
  setCalm(isCalm: boolean): Promise<void>
  /** Turns a part on or off, with the permission it needs; only on a click. */
  setPart(part: PartWithPermission, isOn: boolean): Promise<void>
  /** Goes to the front page, with the first steps once more. */
  showFirstSteps(): Promise<void>
}

export function openNewTabOptions(settings?: Settings): [NewTabOptions, NewTabOptionsCommands] {
  const options: NewTabOptions = { parts: signal(settings?.newTab ?? {}), message: signal('') }
  watchLocal('settings', (changed) => {
    options.parts.value = changed?.newTab ?? {}
  })
  return [
    options,
    {
      setCalm: (isCalm) => changeParts({ isCalm }),
      async setPart(part, isOn) {
        options.message.value = ''
        const permissions = { permissions: [permissionOfPart[part]] }
        // Asked before anything else: the browser takes a question only while the click is fresh.
        const isAllowed = !isOn || (await browser.permissions.request(permissions).catch(fail))
        if (isAllowed) await changeParts({ [part]: isOn })
        else {
          options.message.value ||= t('settings.staysOff')
          // The switch was moved by hand: it is put back.
          options.parts.value = { ...options.parts.value }
        }
        if (!isOn) await browser.permissions.remove(permissions).catch(() => {})
      },
      async showFirstSteps() {
        await goToStep('look')
        location.href = '/newtab.html#/today'
      },
    },
  ]

  async function changeParts(change: NewTabParts): Promise<void> {
    const { newTab } = await changeSettings((settings) => ({
      ...settings,
      newTab: { ...settings.newTab, ...change },
    }))
    options.parts.value = newTab ?? {}
  }

  function fail(error: unknown): false {
    options.message.value = describeError(error)
    return false
  }
}
