import { existsSync } from 'node:fs'
import { run, step } from './progress.mjs'

// Run as files under this very Node: the links in node_modules/.bin are scripts of another
// kind on Windows.
const TOOLS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
}

export type Tool = keyof typeof TOOLS

export function toolPath(tool: Tool): string {
  if (!existsSync(TOOLS[tool])) throw new Error(`${tool} is missing: please run "npm ci"`)
  return TOOLS[tool]
}

/** Runs a development tool as a step of its own; throws CommandError when it fails. */
export async function runTool(title: string, tool: Tool, args: string[]): Promise<void> {
  await step(title, (onLine) => run(process.execPath, [toolPath(tool), ...args], { onLine }))
}

/** Folders of the built extension. */
export const BUILT = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3' }

/** Builds the extension as it would be shipped. */
export async function build(target: keyof typeof BUILT): Promise<string> {
  const args = ['build', ...(target === 'firefox' ? ['-b', 'firefox', '--mv3'] : [])]
  await runTool(`Building for ${target === 'firefox' ? 'Firefox' : 'Chromium'}`, 'wxt', args)
  return BUILT[target]
}
