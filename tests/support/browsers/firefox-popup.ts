import type { Browser } from 'puppeteer-core'
import { type PopupOver, wrapPopup } from './popup-over.ts'

interface BidiConnection {
  send(
    method: string,
    parameters: object,
    // biome-ignore lint/suspicious/noExplicitAny: answers of the protocol, each of its own form
  ): Promise<{ result: any }>
}

/**
 * Presses the extension's action over the tab in front. WebDriver BiDi knows no popups, but with
 * system access it runs scripts in the browser's own window, which is where the button is.
 */
export async function openFirefoxPopup(browser: Browser, geckoId: string): Promise<PopupOver> {
  const { connection } = browser as unknown as { connection: BidiConnection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const context = tree.result.contexts[0].context
  const runInWindow = async (expression: string): Promise<string> => {
    const target = { context }
    const parameters = { expression, target, awaitPromise: true }
    const { result } = await connection.send('script.evaluate', parameters)
    if (result.type !== 'success') throw new Error(JSON.stringify(result.exceptionDetails))
    return result.result.value
  }
  await runInWindow(`(${pressAction})(${JSON.stringify(geckoId)})`)
  const run = async (source: string) => {
    const answer = JSON.parse(await runInWindow(`(${runInPopup})(${JSON.stringify(source)})`))
    if ('error' in answer) throw new Error(answer.error)
    return answer.value === undefined ? undefined : JSON.parse(answer.value)
  }
  return wrapPopup(run, {
    screenshot: () => Promise.reject(new Error('Firefox takes no pictures of its popups.')),
    close: async () => void (await runInWindow(`(${hidePopup})()`)),
  })
}

// What follows runs in Firefox's own window, which knows these.
declare const ChromeUtils: { importESModule(address: string): never }
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } }
declare const Cu: {
  Sandbox(scope: unknown, options: object): object
  evalInSandbox: CallableFunction
}
declare const content: unknown
declare const sendAsyncMessage: (name: string, data: object) => void

async function pressAction(geckoId: string): Promise<void> {
  const address = 'resource://gre/modules/ExtensionParent.sys.mjs'
  const { ExtensionParent } = ChromeUtils.importESModule(address) as {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: object): { triggerAction(at: Window): Promise<void> }
        }
      }
    }
  }
  const { extension } = WebExtensionPolicy.getByID(geckoId)
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)
}

function runInPopup(source: string): Promise<string> {
  const popup = document.querySelector('browser.webextension-popup-browser') as unknown as {
    messageManager: {
      addMessageListener(name: string, listener: (message: { data: object }) => void): void
      loadFrameScript(address: string, isLater: boolean): void
    }
  } | null
  if (!popup) return Promise.resolve(JSON.stringify({ error: 'There is no popup.' }))
  const name = `answer ${Math.random()}`
  const frameScript = (name: string, source: string) => {
    const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
    const answer = `Promise.resolve(${source}).then((value) => JSON.stringify(value))`
    Promise.resolve()
      .then(() => Cu.evalInSandbox(answer, sandbox))
      .then(
        (value: string) => sendAsyncMessage(name, { value }),
        (error: unknown) => sendAsyncMessage(name, { error: String(error) }),
      )
  }
  const script = `(${frameScript})(${JSON.stringify(name)}, ${JSON.stringify(source)})`
  return new Promise((resolve) => {
    popup.messageManager.addMessageListener(name, ({ data }) => resolve(JSON.stringify(data)))
    popup.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false)
  })
}

async function hidePopup(): Promise<void> {
  const find = () => document.querySelector('browser.webextension-popup-browser')
  const popup = find()
  ;(popup?.closest('panel') as unknown as { hidePopup(): void } | null)?.hidePopup()
  // As long as it fades away, the action would only toggle it.
  while (find()) await new Promise((resolve) => setTimeout(resolve, 20))
}
