import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** The Node that the commands run on, which takes TypeScript as it is. */
const node = join(root, 'node_modules/.bin/node')

test('what the bench and the tuning measure can be loaded without a browser', async () => {
  const modules = [
    'tests/support/i18n/in-plain-node.ts',
    'tests/bench/search-quality.ts',
    'lib/search/finder.ts',
  ]
  const script = `for (const module of ${JSON.stringify(modules)}) await import('./' + module)`
  const args = ['--input-type=module', '--eval', `${script}\nconsole.log('loaded')`]
  const { stdout } = await promisify(execFile)(node, args, { cwd: root })
  expect(stdout).toBe('loaded\n')
})
