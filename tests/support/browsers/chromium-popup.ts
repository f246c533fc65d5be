import { writeFileSync } from 'node:fs'
import type { CDPSession } from 'playwright'
import { type PopupOver, wrapPopup } from './popup-over.ts'

interface Target {
  targetId: string
  type: string
  url: string
}

/**
 * Presses the extension's action over the tab with this address. Playwright does not list a
 * popup among its pages, so it is spoken to through the protocol itself.
 * https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-triggerAction
 */
export async function openChromiumPopup(
  session: CDPSession,
  extensionId: string,
  address: string,
): Promise<PopupOver> {
  const send = session.send.bind(session) as unknown as Send
  const targets = async () =>
    ((await send('Target.getTargets', { filter: [{}] })) as { targetInfos: Target[] }).targetInfos
  const popups = async () =>
    (await targets()).filter(({ type, url }) => type === 'page' && url.endsWith('/popup.html'))
  const before = new Set((await popups()).map(({ targetId }) => targetId))
  const tab = (await targets()).findLast(({ type, url }) => type === 'tab' && url === address)
  if (!tab) throw new Error(`No tab shows ${address}`)
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId })
  const popup = await until(async () =>
    (await popups()).find(({ targetId }) => !before.has(targetId)),
  )
  const { targetId } = popup
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: false })) as {
    sessionId: string
  }
  const ask = speakTo(session, send, sessionId)
  const run = async (expression: string) => {
    const parameters = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await ask('Runtime.evaluate', parameters)
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return result.value
  }
  return wrapPopup(run, {
    async screenshot(path, theme = 'light') {
      const features = [{ name: 'prefers-color-scheme', value: theme }]
      await ask('Emulation.setEmulatedMedia', { features })
      const { data } = await ask('Page.captureScreenshot', { format: 'png' })
      writeFileSync(path, Buffer.from(data, 'base64'))
    },
    close: async () => void (await send('Target.closeTarget', { targetId })),
  })
}

type Send = (method: string, parameters: object) => Promise<unknown>

/** Messages to a target and its answers, wrapped in messages of the browser's own session. */
function speakTo(session: CDPSession, send: Send, sessionId: string) {
  let lastId = 0
  // biome-ignore lint/suspicious/noExplicitAny: answers of the protocol, each of its own form
  const waiting = new Map<number, (result: any) => void>()
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return
    const { id, result, error } = JSON.parse(event.message)
    waiting.get(id)?.(error ? { exceptionDetails: error, result: {} } : result)
    waiting.delete(id)
  })
  return async (method: string, params: object) => {
    const id = ++lastId
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const answer = new Promise<any>((resolve) => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params })
    await send('Target.sendMessageToTarget', { sessionId, message })
    return answer
  }
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const found = await find()
    if (found) return found
    if (Date.now() > deadline) throw new Error('Chromium did not open the popup')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
