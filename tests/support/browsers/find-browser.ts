import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Places = Partial<Record<NodeJS.Platform, string[]>>

const home = process.env.HOME ?? ''
const programFiles = [
  process.env.ProgramFiles,
  process.env['ProgramFiles(x86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined)

const onMac = (app: string, name = app): string[] =>
  ['/Applications', `${home}/Applications`].map((at) => `${at}/${app}.app/Contents/MacOS/${name}`)
const onWindows = (path: string): string[] => programFiles.map((folder) => join(folder, path))

// Bare names are looked for in PATH. The open builds come first.
const CHROMIUM: Places = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'vivaldi-stable',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    ...onMac('Chromium'),
    ...onMac('Google Chrome'),
    ...onMac('Microsoft Edge'),
    ...onMac('Brave Browser'),
    ...onMac('Vivaldi'),
  ],
  win32: [
    ...onWindows('Chromium\\Application\\chrome.exe'),
    ...onWindows('Google\\Chrome\\Application\\chrome.exe'),
    ...onWindows('Microsoft\\Edge\\Application\\msedge.exe'),
    ...onWindows('BraveSoftware\\Brave-Browser\\Application\\brave.exe'),
    ...onWindows('Vivaldi\\Application\\vivaldi.exe'),
  ],
}

const FIREFOX: Places = {
  linux: ['firefox-esr', 'firefox', '/snap/bin/firefox'],
  darwin: onMac('Firefox', 'firefox'),
  win32: onWindows('Mozilla Firefox\\firefox.exe'),
}

const APACHE: Places = {
  // Not always in the PATH of a user.
  linux: ['apache2', 'httpd', '/usr/sbin/apache2', '/usr/sbin/httpd'],
  darwin: ['/usr/sbin/httpd'],
}

/** Path of a Chromium-family browser: `CHROME_PATH`, or else the usual places. */
export function findChromium(): string | undefined {
  return named('CHROME_PATH') ?? firstThere(CHROMIUM)
}

/** Path of a Firefox: `FIREFOX_PATH`, or else the usual places. */
export function findFirefox(): string | undefined {
  return named('FIREFOX_PATH') ?? firstThere(FIREFOX)
}

/** Path of an Apache with its modules: `APACHE_PATH`, or else the usual places. */
export function findApache(): string | undefined {
  return named('APACHE_PATH') ?? firstThere(APACHE)
}

export function needApache(): string {
  return need(findApache(), 'Apache', 'APACHE_PATH')
}

export function needChromium(): string {
  return need(findChromium(), 'a Chromium-family browser', 'CHROME_PATH')
}

export function needFirefox(): string {
  return need(findFirefox(), 'Firefox', 'FIREFOX_PATH')
}

function need(path: string | undefined, name: string, variable: string): string {
  if (path) return path
  throw new Error(`Found no ${name}: install one, or name it in ${variable}.`)
}

function named(variable: string): string | undefined {
  const path = process.env[variable]
  if (!path || isExecutable(path)) return path || undefined
  throw new Error(`${variable} is ${path}, and there is no program there.`)
}

function firstThere(places: Places): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return (places[process.platform] ?? [])
    .flatMap((place) => (/[\\/]/.test(place) ? place : folders.map((at) => join(at, place))))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
