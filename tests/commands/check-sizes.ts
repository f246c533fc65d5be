import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BUILT } from './tools.ts'

const KB = 1000

// What a user downloads, and what stands between a new tab and its first paint.
// Eleven languages, formulas (temml) and WebDAV take half of all, and most readers load one
// language and never the rest: so what is ours has a budget of its own.
const BUDGETS = { total: 530 * KB, own: 267 * KB, newTab: 25 * KB }
const notOwn = /_locales.(?!en.)|chunks.temml-|chunks.folder-/

/** Prints the gzipped sizes of the built extension; throws an error when one is over budget. */
export function checkSizes(folder: string = BUILT.chrome): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const rows = [
    { what: 'The whole extension', size: gzipSize(files), budget: BUDGETS.total },
    {
      what: 'In English, without the two',
      size: gzipSize(files.filter((file) => !notOwn.test(file.slice(folder.length)))),
      budget: BUDGETS.own,
    },
    {
      what: "The new tab's first scripts",
      size: gzipSize(staticScripts(folder, 'newtab.html')),
      budget: BUDGETS.newTab,
    },
  ]
  for (const { what, size, budget } of rows) {
    const mark = size <= budget ? '✓' : '✗'
    console.log(`${mark} ${what.padEnd(28)} ${inKB(size)} of ${inKB(budget)} gzipped`)
  }
  const over = rows.filter(({ size, budget }) => size > budget)
  if (over.length > 0) throw new Error(`Over budget: ${over.map(({ what }) => what).join(', ')}`)
}

/** Every script a page needs before it can run: its own, and all they import statically. */
function staticScripts(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8')
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const waiting = tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
    // The new tab's modules are named to the script that loads them, in an attribute of it.
    // Those of the saved papers wait for nothing that a new tab needs.
    .map((tag) => tag.replace(/data-saved="[^"]*"/, ''))
    .flatMap((tag) => [...tag.matchAll(/["\s]\/?([^"\s>]+\.js)/g)].map(([, path]) => path ?? ''))
  if (waiting.length === 0) throw new Error(`${page} loads no script: has the build changed?`)

  const found = new Set<string>()
  for (let script = waiting.pop(); script; script = waiting.pop()) {
    if (found.has(script)) continue
    found.add(script)
    const source = readFileSync(join(folder, script), 'utf8')
    // Minified: `import{a as b}from"./c.js"`, `import"./c.js"` and `export*from"./c.js"`.
    // `import("./c.js")` is loaded later and is no match.
    for (const [, path] of source.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
      if (path) waiting.push(posix.join(posix.dirname(script), path))
    }
  }
  return [...found].map((script) => join(folder, script))
}

const gzipSize = (files: string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)

const inKB = (bytes: number): string => `${(bytes / KB).toFixed(1).padStart(6)} KB`
