import { ensureBrowsers } from './install-browser.ts'

// `npm run bench`: what is fast, beside the floor it is measured against.
await ensureBrowsers('chromium')
await import('../bench/first-paint.ts')
await import('../bench/library-sync.ts')
const { benchCitations } = await import('../bench/citations.ts')
await benchCitations()
