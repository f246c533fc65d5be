import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    messages: Record<string, string>
  }
}

/** Stands in for the browser's own where no extension is: English texts, from the same file. */
export const i18n = {
  getMessage: (key: string): string => inject('messages')[key] ?? '',
  getUILanguage: (): string => 'en-US',
}
