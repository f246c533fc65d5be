import { accessSync } from 'node:fs'
import { findApache, findChromium, findFirefox } from '../support/browsers/find-browser.ts'
import { run, step } from './progress.mjs'

const PROGRAMS = {
  chromium: { find: findChromium, name: 'Chromium-family browser', variable: 'CHROME_PATH' },
  'firefox-esr': { find: findFirefox, name: 'Firefox', variable: 'FIREFOX_PATH' },
  // The server alone, without the service that Debian would start with it.
  'apache2-bin': { find: findApache, name: 'Apache', variable: 'APACHE_PATH' },
}

/** Names of Debian's packages. */
type Package = keyof typeof PROGRAMS
type BrowserPackage = Exclude<Package, 'apache2-bin'>

/**
 * Finds these browsers, and installs those that are missing where that is ours to do: as root
 * on Debian and its kin. Throws an error that says what to install anywhere else.
 */
export function ensureBrowsers(...packages: BrowserPackage[]): Promise<void> {
  return ensure(packages)
}

/** The same of the web server that tests sync with. */
export function ensureApache(): Promise<void> {
  return ensure(['apache2-bin'])
}

async function ensure(packages: readonly Package[]): Promise<void> {
  const missing = packages.filter((name) => !PROGRAMS[name].find())
  if (missing.length === 0) return
  if (!hasAptGet() || process.getuid?.() !== 0) throw new Error(missing.map(advice).join('\n'))

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${missing.join(' and ')} (apt-get)`, async (onLine) => {
    await run('apt-get', ['update'], { env, onLine })
    await run('apt-get', ['install', '-y', ...missing], { env, onLine })
  })
  const absent = missing.filter((name) => !PROGRAMS[name].find())
  if (absent.length > 0) throw new Error(absent.map(advice).join('\n'))
}

function advice(missing: Package): string {
  const { name, variable } = PROGRAMS[missing]
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
