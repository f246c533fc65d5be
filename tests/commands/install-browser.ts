import { accessSync } from 'node:fs'
import { findChromium, findFirefox } from '../support/browsers/find-browser.ts'
import { run, step } from './progress.mjs'

const BROWSERS = {
  chromium: { find: findChromium, name: 'Chromium-family browser', variable: 'CHROME_PATH' },
  'firefox-esr': { find: findFirefox, name: 'Firefox', variable: 'FIREFOX_PATH' },
}

/** Names of Debian's packages. */
export type BrowserPackage = keyof typeof BROWSERS

/**
 * Finds these browsers, and installs those that are missing where that is ours to do: as root
 * on Debian and its kin. Throws an error that says what to install anywhere else.
 */
export async function ensureBrowsers(...packages: BrowserPackage[]): Promise<void> {
  const missing = packages.filter((name) => !BROWSERS[name].find())
  if (missing.length === 0) return
  if (!hasAptGet() || process.getuid?.() !== 0) throw new Error(missing.map(advice).join('\n'))

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${missing.join(' and ')} (apt-get)`, async (onLine) => {
    await run('apt-get', ['update'], { env, onLine })
    await run('apt-get', ['install', '-y', ...missing], { env, onLine })
  })
  const absent = missing.filter((name) => !BROWSERS[name].find())
  if (absent.length > 0) throw new Error(absent.map(advice).join('\n'))
}

function advice(missing: BrowserPackage): string {
  const { name, variable } = BROWSERS[missing]
  const how = hasAptGet() ? ` (sudo apt-get install ${missing})` : ''
  return `No ${name} was found. Please install one${how}, or give its path in ${variable}.`
}

function hasAptGet(): boolean {
  try {
    accessSync('/usr/bin/apt-get')
    return true
  } catch {
    return false
  }
}
