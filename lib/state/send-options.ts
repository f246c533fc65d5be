import { type Signal, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { changeSettings } from '../change-settings.ts'
import { toSend } from '../data-consent.ts'
import { sentences, t } from '../i18n.ts'
import { readLocal, watchLocal } from '../local-store.ts'
import { originsOf } from '../origins.ts'
import {
  cleanToken,
  forgetHubToken,
  maySendTo,
  readHubToken,
  watchHubToken,
  writeHubToken,
} from '../send/hub-token.ts'
import { describeHubError } from '../send/send-to-collection.ts'
import { readPort, zoteroPort } from '../send/zotero-port.ts'
import { defaultEndpoint, defaultSettings } from '../settings.ts'
import { fetchUser } from '../sources/hub-collections.ts'

/** The settings of sending papers elsewhere. */
export interface SendOptions {
  /** Where Zotero listens on this machine. */
  port: Signal<number>
  portMessage: Signal<string>
  /** Where the token is sent, when there is one. The page never holds the token itself. */
  tokenSentTo: Signal<string | undefined>
  tokenMessage: Signal<string>
  /** Whom else than huggingface.co a token could be meant for: the endpoint of the feed. */
  otherHub: Signal<string | undefined>
}

export interface SendOptionsCommands {
  setPort(typed: string): Promise<void>
  /**
   * Keeps a token and asks whose it is. `isForOther` sends it to the endpoint of the feed
   * instead of huggingface.co. Only on a click: the browser may ask for that host.
   */
  setToken(typed: string, isForOther: boolean): Promise<void>
  forgetToken(): Promise<void>
}

export function openSendOptions(): [SendOptions, SendOptionsCommands] {
  const options: SendOptions = {
    port: signal(zoteroPort),
    portMessage: signal(''),
    tokenSentTo: signal(undefined),
    tokenMessage: signal(''),
    otherHub: signal(undefined),
  }
  const takeSettings = ({ endpoint, zoteroPort: port } = defaultSettings) => {
    options.port.value = port ?? zoteroPort
    options.otherHub.value =
      endpoint !== defaultEndpoint && maySendTo(endpoint) ? endpoint : undefined
  }
  const takeToken = async () => {
    options.tokenSentTo.value = (await readHubToken())?.sentTo
  }
  void readLocal('settings').then(({ settings }) => takeSettings(settings))
  void takeToken()
  watchLocal('settings', takeSettings)
  watchHubToken(takeToken)

  return [
    options,
    {
      async setPort(typed) {
        const port = readPort(typed)
        if (port === undefined) {
          options.portMessage.value = t('zotero.noPort', { typed: typed.trim() })
          return
        }
        await changeSettings((settings) => ({ ...settings, zoteroPort: port }))
        options.port.value = port
        options.portMessage.value = t('zotero.portSaved', { port: String(port) })
      },
      async setToken(typed, isForOther) {
        const token = cleanToken(typed)
        if (!token) {
          options.tokenMessage.value = t('token.noToken')
          return
        }
        const sentTo = (isForOther && options.otherHub.value) || defaultEndpoint
        const mayAsk = await askForLeave(sentTo)
        await writeHubToken({ token, sentTo })
        options.tokenSentTo.value = sentTo
        const host = new URL(sentTo).host
        options.tokenMessage.value = t('token.asking', { host })
        options.tokenMessage.value = mayAsk
          ? await describeToken(token, sentTo)
          : t('token.noLeave', { host })
      },
      async forgetToken() {
        await forgetHubToken()
        options.tokenSentTo.value = undefined
        options.tokenMessage.value = t('token.forgotten')
      },
    },
  ]
}

/** Whose a token is and what it may do, as its host says. */
async function describeToken(token: string, sentTo: string): Promise<string> {
  try {
    const { name, role } = await fetchUser({ endpoint: sentTo, token })
    return role === 'read' ? t('token.readOnly', { name }) : t('token.saved', { name })
  } catch (error) {
    return sentences(t('token.untried'), describeHubError(error))
  }
}

async function askForLeave(endpoint: string): Promise<boolean> {
  // huggingface.co is allowed from the start.
  const origins = endpoint === defaultEndpoint ? [] : originsOf(endpoint).origins
  const leave = { origins, ...toSend('authenticationInfo') }
  if (origins.length === 0 && !leave.data_collection) return true
  return browser.permissions.request(leave).catch(() => browser.permissions.contains(leave))
}
