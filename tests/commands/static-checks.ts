import type { Tally } from './tally.ts'
import { runTool } from './tools.ts'

/** What can be told from the source alone: types, format and lint, unused code. */
export async function staticChecks(tally: Tally): Promise<void> {
  await tally.check('types', () => runTool('Types', 'tsc', ['--noEmit']))
  await tally.check('format and lint', () =>
    runTool('Format and lint', 'biome', ['ci', '--error-on-warnings', '--colors=off']),
  )
  await tally.check('unused code', () => runTool('Unused code', 'knip', []))
}
