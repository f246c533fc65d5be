import { i18n } from './stand-in.ts'

// What `wxt/browser` takes where there is no extension.
Object.assign(globalThis, { chrome: { i18n } })
