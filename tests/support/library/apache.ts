import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needApache } from '../browsers/find-browser.ts'

const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2']
const NEEDED = [
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
]

/** A real Apache with WebDAV, on this machine alone, with files of its own. */
export interface Apache {
  /** The folder for everyone who knows the password. */
  url: string
  /** A folder in which nobody may write. */
  readOnlyUrl: string
  user: string
  password: string
  /** Where the files of `url` lie on disk. */
  folder: string
  /** What it was asked, a line a request. */
  log(): string
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function startApache(): Promise<Apache> {
  const root = mkdtempSync(join(tmpdir(), 'paperboy-apache-'))
  const folder = join(root, 'files', 'library')
  for (const path of [folder, join(root, 'files', 'shelf'), join(root, 'state')]) {
    mkdirSync(path, { recursive: true })
  }
  // Started by root it runs as somebody else.
  for (const path of ['', 'files', 'files/library', 'state']) chmodSync(join(root, path), 0o777)
  const [user, password] = ['ada', 'only for tests: größ']
  const port = await freePort()
  const hash = createHash('sha1').update(password).digest('base64')
  writeFileSync(join(root, 'users'), `${user}:{SHA}${hash}\n`)
  writeFileSync(join(root, 'httpd.conf'), configuration(root, port))
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const args = ['-d', root, '-f', join(root, 'httpd.conf'), '-D', 'FOREGROUND']
    const deadline = Date.now() + 10_000
    while (!(await answers(port))) {
      if (Date.now() > deadline) {
        throw new Error(`Apache did not start.\n${readText(join(root, 'error.log'))}`)
      }
      // It ends at once while those that a killed one left still hold the port.
      if (!child || hasEnded(child)) {
        child = spawn(needApache(), args, { stdio: 'ignore', detached: true })
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function kill(): Promise<void> {
    const running = child
    if (!running?.pid || hasEnded(running)) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    // The whole group: those that answer are children of the one that was started.
    process.kill(-running.pid, 'SIGKILL')
    await gone
    rmSync(join(root, 'httpd.pid'), { force: true })
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}/library/`,
    readOnlyUrl: `http://127.0.0.1:${port}/shelf/`,
    ...{ user, password, folder, kill, start },
    log: () => readText(join(root, 'access.log')),
    async close() {
      await kill()
      rmSync(root, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function configuration(root: string, port: number): string {
  const modules = MODULES.find((path) => existsSync(path))
  if (!modules) throw new Error(`Found no modules of Apache in ${MODULES.join(', ')}.`)
  const load = ['mpm_event', 'mpm_prefork', ...NEEDED]
    .filter((name) => existsSync(join(modules, `mod_${name}.so`)))
    .filter((name, _i, all) => name !== 'mpm_prefork' || !all.includes('mpm_event'))
    .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
  return `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/httpd.pid
ErrorLog ${root}/error.log
LogFormat "%m %U %>s" plain
CustomLog ${root}/access.log plain
DocumentRoot ${root}/files
${load.join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DavLockDB ${root}/state/locks
<Directory ${root}/files>
  Dav On
  AuthType Basic
  AuthName tests
  AuthUserFile ${root}/users
  Require valid-user
</Directory>
<Directory ${root}/files/shelf>
  <LimitExcept GET HEAD OPTIONS PROPFIND>
    Require all denied
  </LimitExcept>
</Directory>
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).status === 401
  } catch {
    return false
  }
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
