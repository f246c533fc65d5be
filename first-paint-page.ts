import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { minifySync, type Plugin, type Rolldown } from 'vite'
import type { ResolvedPublicFile } from 'wxt'

/**
 * Makes the built new tab and popup paint with one file beside them (public/first-paint.js): their
 * style goes into the page, and their modules are named to that script, which loads them when it
 * is time. `styleHashes` are what the content security policy has to allow; none before a build.
 */
export function firstPaintPages(): { plugin: Plugin; styleHashes(): string[] } {
  const hashes = new Set<string>()
  const plugin: Plugin = {
    name: 'paperboy-first-paint-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const build = hashOf([
          ...Object.keys(bundle).sort(),
          textsIn('./locales/'),
          textsIn('./public/'),
        ])
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset') continue
          if (/(newtab|popup).*\.html$/.test(page.fileName)) {
            hashes.add(makeReady(page, bundle, build))
          } else if (/ahead.*\.html$/.test(page.fileName)) {
            page.source = nameBuild(String(page.source), build)
          }
        }
      },
    },
  }
  return { plugin, styleHashes: () => [...hashes] }
}

/**
 * Puts the style of a page into it and its modules into attributes; returns the hash of the style.
 * `build` is another one for each build: what another has painted ahead is not painted.
 */
function makeReady(
  page: Rolldown.OutputAsset,
  bundle: Rolldown.OutputBundle,
  build: string,
): string {
  const html = String(page.source)
  const style = bundle[find(html, /<link rel="stylesheet"[^>]* href="\/([^"]+)"/)]
  if (style?.type !== 'asset') throw new Error(`The style of ${page.fileName} is not in the build`)
  const css = String(style.source).trim()
  delete bundle[style.fileName]
  const modules = [
    find(html, /<script type="module"[^>]* src="([^"]+)"/),
    ...html.matchAll(/<link rel="modulepreload"[^>]* href="([^"]+)"/g).map(([, path = '']) => path),
  ]
  const isNewTab = page.fileName.includes('newtab')
  const saved = isNewTab ? scriptsOf(bundle, ofSaved, modules) : []
  page.source = html
    .replace(/\s*<(script type="module"[^>]*><\/script|link rel="modulepreload"[^>]*)>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
    // They are parts of first-paint.js.
    .replace(/\s*<script src="\/(appearance|first-rows).js"><\/script>/g, '')
    .replace(
      'src="/first-paint.js"',
      `$& data-modules="${modules.join(' ')}" data-saved="${saved.join(' ')}"`,
    )
  page.source = nameBuild(page.source, build)
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}

/** Tells the script of the first paint which build it is of. */
function nameBuild(html: string, build: string): string {
  return html.replace('src="/first-paint.js"', `$& data-build="${build}"`)
}

/** What the saved papers are drawn with, first rows and all: loaded at once where they are opened. */
const ofSaved = /newtab[\\/](OtherView|SavedView|first-saved)\.tsx?$|state[\\/]new-tab-live\.ts$/

/** The scripts of some modules, with all that they import but what is there already. */
function scriptsOf(
  bundle: Rolldown.OutputBundle,
  wanted: RegExp,
  there: readonly string[],
): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const found = new Set<string>()
  const add = (fileName: string) => {
    if (found.has(fileName) || there.includes(`/${fileName}`)) return
    found.add(fileName)
    for (const each of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) add(each)
  }
  for (const { fileName, moduleIds } of chunks) {
    if (moduleIds.some((id) => wanted.test(id))) add(fileName)
  }
  return [...found].map((fileName) => `/${fileName}`)
}

/**
 * Public files are copied as they are; these are worth making small. What dresses a page, and
 * what reads the first saved papers, go into the new tab's script: each file costs some milliseconds.
 */
export function minifyFirstPaint(files: ResolvedPublicFile[]): void {
  const parts = [minify(files, 'appearance.js'), minify(files, 'first-rows.js')] as const
  minify(files, 'first-paint.js', ...parts)
  // No other page has it.
  files.splice(
    files.findIndex(({ relativeDest }) => relativeDest === 'first-rows.js'),
    1,
  )
}

function minify(files: ResolvedPublicFile[], name: string, before = '', after = ''): string {
  const at = files.findIndex(({ relativeDest }) => relativeDest === name)
  const file = files[at]
  if (!file || !('absoluteSrc' in file)) throw new Error(`public/${name} is missing`)
  const source = [before, readFileSync(file.absoluteSrc, 'utf8'), after].join('\n;')
  const { code, errors } = minifySync(name, source, { module: false })
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  files[at] = { relativeDest: file.relativeDest, contents: code }
  return code
}

function textsIn(path: string): string {
  const folder = new URL(path, import.meta.url)
  const names = readdirSync(folder)
    .filter((name) => /\.(yml|js)$/.test(name))
    .sort()
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, 8)
}

function find(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1]
  if (!found) throw new Error(`A page has no ${pattern}: has the build changed?`)
  return found
}
