// What `npm start`, `npm test` and the other commands go through. It must run on the machine's
// own Node 20.20 before anything is installed; the commands themselves run on the Node that
// package.json pins.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { CommandError, run, step } from './progress.mjs'

const root = resolve(import.meta.dirname, '../..')
const bin = join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'

process.chdir(root)
const env = { ...process.env, [pathName()]: [bin, process.env[pathName()]].join(delimiter) }

/** Windows spells it `Path`, and two spellings in one environment shadow each other. */
function pathName() {
  return Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    // Missing, or cut short by an install that was interrupted: either way, install again.
    return undefined
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it
 * installed. Packages for other machines are absent there by right.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const there = installed[path]
    if (!there) return optional === true || devOptional === true
    return there.version === version && existsSync(path)
  })
}

async function install() {
  if (isInstalled()) return
  try {
    await step('Installing the packages (npm ci)', (onLine) => npm(['ci'], onLine))
  } catch {
    // `npm ci` is strict to a fault: it refuses a registry that lacks an optional package
    // for some other machine. This installs by the same lock, and says why when it fails too.
    console.log('  It would not. Trying npm install, which is less strict about the lock file.')
    await step('Installing the packages (npm install)', (onLine) =>
      npm(['install', '--no-save'], onLine),
    )
  }
}

function npm(args, onLine) {
  const all = [...args, '--no-audit', '--no-fund']
  const script = process.env.npm_execpath
  if (!script) return run('npm', all, { onLine, shell: windows })
  // npm's own Node, not node_modules/.bin/node: `npm ci` deletes that one on its way.
  return run(process.env.npm_node_execpath ?? process.execPath, [script, ...all], { onLine })
}

/** The Node to run TypeScript with: the pinned one, or else our own if it is new enough. */
function findRuntime() {
  const pinned = join(bin, 'node')
  // A package for another C library installs well and then does not start.
  if (!windows && spawnSync(pinned, ['--version']).status === 0) return { node: pinned, flags: [] }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const atLeast = (m, n) => major > m || (major === m && minor >= n)
  if (!atLeast(22, 12)) {
    throw new Error(
      `Paperboy is built with Node 22.12 or newer, and this is ${process.versions.node}. ` +
        'There is no ready-made Node for this machine among its packages: ' +
        'please install a newer one (https://nodejs.org) and try again.',
    )
  }
  const stripsTypes = major === 23 ? atLeast(23, 6) : atLeast(22, 18)
  const flags = stripsTypes
    ? []
    : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
  return { node: process.execPath, flags }
}

async function prepare(node) {
  if (existsSync('.wxt/tsconfig.json')) return
  await step('Preparing the types (wxt prepare)', (onLine) =>
    run(node, ['node_modules/wxt/bin/wxt.mjs', 'prepare'], { env, onLine }),
  )
}

/** Becomes the command: same terminal, same signals, same end. */
function become(node, args) {
  const child = spawn(node, args, { env, stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', fail)
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 1))
  })
}

function fail(error) {
  if (error instanceof CommandError) console.error(error.output)
  console.error(error.message)
  process.exit(1)
}

try {
  const [command, ...args] = process.argv.slice(2)
  const script = join('tests', 'commands', `${command}.ts`)
  if (!existsSync(script)) throw new Error(`There is no command "${command}" (${script}).`)
  await install()
  const { node, flags } = findRuntime()
  await prepare(node)
  become(node, [...flags, script, ...args])
} catch (error) {
  fail(error)
}
