import { checkSizes } from './check-sizes.ts'
import { ensureApache, ensureBrowsers } from './install-browser.ts'
import { runVitest } from './run-vitest.ts'
import { staticChecks } from './static-checks.ts'
import { Tally } from './tally.ts'
import { build } from './tools.ts'

// `npm test`: everything there is. Nothing is left out because something is missing; what
// cannot be had is a failure.
const tally = new Tally()

await tally.need('browsers', () => ensureBrowsers('chromium', 'firefox-esr'))
await tally.need('web server', ensureApache)
await staticChecks(tally)
const built =
  (await tally.need('build for Chromium', () => build('chrome'))) &&
  (await tally.need('build for Firefox', () => build('firefox')))
if (built) await tally.check('size budgets', checkSizes)

await tally.tests('unit tests', () => runVitest('Unit tests', 'unit'))
await tally.tests('UI tests', () => runVitest('UI tests in Chromium', 'ui'))
if (built) {
  await tally.tests('end to end', () => runVitest('End to end in Chromium and Firefox', 'e2e'))
}
tally.report()
