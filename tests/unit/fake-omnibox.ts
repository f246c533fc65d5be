import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

interface Suggestion {
  content: string
  description: string
}
type Listener = (...args: never[]) => void

/** The address bar, which the fake browser does not have. */
export function fakeOmnibox() {
  const listeners: Record<string, Listener> = {}
  const event = (name: string) => ({
    addListener: (listener: Listener) => {
      listeners[name] = listener
    },
  })
  const setDefaultSuggestion = vi.fn<(suggestion: { description: string }) => Promise<void>>()
  vi.spyOn(fakeBrowser, 'omnibox', 'get').mockReturnValue({
    setDefaultSuggestion,
    onInputStarted: event('started'),
    onInputChanged: event('changed'),
    onInputEntered: event('entered'),
    onInputCancelled: event('cancelled'),
  } as never)
  const tell = (name: string, ...args: unknown[]) => listeners[name]?.(...(args as never[]))
  return {
    listeners,
    /** What stands in the first row. */
    firstRow: () => setDefaultSuggestion.mock.lastCall?.[0].description,
    start: () => tell('started'),
    /** Types a text; the function that is returned has been given the suggestions. */
    type(text: string) {
      const suggest = vi.fn<(suggestions: Suggestion[]) => void>()
      tell('changed', text, suggest)
      return suggest
    },
    enter: (text: string, disposition: string) => tell('entered', text, disposition),
    cancel: () => tell('cancelled'),
  }
}
