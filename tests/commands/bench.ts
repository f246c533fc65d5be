import { benchCitations } from '../bench/citations.ts'
import { ensureBrowsers } from './install-browser.ts'

// `npm run bench`: what is fast, beside the floor it is measured against.
await ensureBrowsers('chromium')
await import('../bench/first-paint.ts')
await import('../bench/library-open.ts')
await import('../bench/library-sync.ts')
await benchCitations()
