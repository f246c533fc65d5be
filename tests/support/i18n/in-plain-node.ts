import { readMessages } from './read-messages.ts'

// For commands that run what the extension does without a browser or a test: the texts that
// `wxt/browser` would have asked a browser for, in English.
const messages = await readMessages('en')

Object.assign(globalThis, {
  chrome: {
    i18n: {
      getMessage: (key: string): string => messages[key] ?? '',
      getUILanguage: (): string => 'en-US',
    },
  },
})
