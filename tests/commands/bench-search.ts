import { ensureBrowsers } from './install-browser.ts'

// `npm run bench:search`: what a search costs at a thousand, ten thousand and a hundred
// thousand papers, beside an empty page that opens the same database.
await ensureBrowsers('chromium')
await import('../support/i18n/in-plain-node.ts')
await import('../bench/search.ts')
