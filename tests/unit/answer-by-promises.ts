import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

type Trigger = { trigger(...args: unknown[]): Promise<unknown[]> }

/** Lets a listener answer later, as every browser does: it returns true and responds when it can. */
export function answerByPromises(): void {
  const { onMessage } = fakeBrowser.runtime as unknown as { onMessage: Trigger }
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    ((message: unknown) =>
      new Promise((resolve, reject) => {
        onMessage.trigger(message, {}, resolve).then((returned) => {
          if (!returned.includes(true)) resolve(undefined as never)
        }, reject)
      })) as typeof fakeBrowser.runtime.sendMessage,
  )
}
