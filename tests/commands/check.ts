import { checkSizes } from './check-sizes.ts'
import { runVitest } from './run-vitest.ts'
import { staticChecks } from './static-checks.ts'
import { Tally } from './tally.ts'
import { build } from './tools.ts'

// `npm run check`: all that needs no browser, for every few minutes of work.
const tally = new Tally()

await staticChecks(tally)
if (await tally.need('build', () => build('chrome'))) await tally.check('size budgets', checkSizes)
await tally.tests('unit tests', () => runVitest('Unit tests', 'unit'))
tally.report()
