import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

type Trigger = { trigger(...args: unknown[]): Promise<unknown[]> }

/** Lets a listener answer with a promise, as the polyfill does in every browser. */
export function answerByPromises(): void {
  const { onMessage } = fakeBrowser.runtime as unknown as { onMessage: Trigger }
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    const answers = await onMessage.trigger(message, {})
    return answers.find((answer) => answer !== undefined)
  }) as typeof fakeBrowser.runtime.sendMessage)
}
