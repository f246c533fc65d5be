import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { findChromium } from './tests/support/browsers/find-browser.ts'
import { readMessages } from './tests/support/i18n/read-messages.ts'

// Chromium has no sandbox for root and will not start without being told so.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
// The English texts, to tests that have no extension to ask for them.
const provide = { messages: await readMessages('en') }

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          provide,
          setupFiles: [
            ...['i18n/in-node', 'databases/forget', 'patience'].map((n) => `tests/support/${n}.ts`),
          ],
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // What a file needs is loaded once, not once a file: that took longer than the tests.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          // Property tests try hundreds of cases; on a machine at work, five seconds are soon gone.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Its sources leave the endings of files out, which only a bundler finds.
          server: { deps: { inline: ['temml'] } },
        },
      },
      {
        // Named here, because Vite reloads the page, and the test in it, when it finds one later.
        optimizeDeps: {
          // What looks for others reads JSX by its own rules, and gives up where React is missing.
          rolldownOptions: { transform: { jsx: { importSource: 'preact' } } },
          include: [
            ...['preact', 'preact/hooks', 'preact/jsx-dev-runtime', '@preact/signals', 'dexie'],
            'wxt/browser',
            ...['Settings', 'Style', 'parseTree', 'buildMathML'].map((n) => `temml/src/${n}.js`),
            'axe-core',
          ],
        },
        resolve: { alias: { '@': import.meta.dirname } },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'ui',
          provide,
          setupFiles: ['tests/support/i18n/in-page.ts', 'tests/support/patience.ts'],
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                // On a machine without one only this project fails: unit tests need no browser.
                executablePath: findChromium(),
                args,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A browser waits more than it works: two share two cores well, more would starve each other.
          maxWorkers: 2,
        },
      },
    ],
  },
})
