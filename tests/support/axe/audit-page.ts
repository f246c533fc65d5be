import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { ExtensionPage } from '../browsers/browser.ts'
import { allRules, describeViolations, themeRules } from './rules.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All that axe finds on a page of the built extension, by day and by night. */
export async function auditPage(page: ExtensionPage): Promise<string[]> {
  await page.evaluate(`${source}; undefined`)
  const byDay = await run(page, 'day', allRules)
  const byNight = await run(page, 'night', themeRules)
  return [...byDay, ...byNight]
}

async function run(page: ExtensionPage, edition: string, rules: RunOptions): Promise<string[]> {
  const results = await page.evaluate(
    async ({ edition, rules }) => {
      const root = document.documentElement
      const before = root.dataset.edition
      root.dataset.edition = edition
      const { axe } = globalThis as unknown as { axe: typeof axeCore }
      const { violations } = await axe.run(document, rules)
      if (before === undefined) delete root.dataset.edition
      else root.dataset.edition = before
      return JSON.stringify({ violations })
    },
    { edition, rules },
  )
  return describeViolations(JSON.parse(results)).map((line) => `${edition}: ${line}`)
}
