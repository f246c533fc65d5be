// Plain JavaScript: run.mjs needs it before anything is installed, on Node 20.
import { spawn } from 'node:child_process'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** `4.2 s` below a minute, `1 min 05 s` above. */
export function elapsed(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0')
  return `${Math.floor(seconds / 60)} min ${rest} s`
}

/**
 * Runs `work` under one line that says what is going on and for how long: redrawn in a
 * terminal, repeated every ten seconds in a log.
 * `work` may hand its latest news to the function it is given.
 */
export async function step(title, work) {
  const live = process.stdout.isTTY === true
  const startedAt = Date.now()
  const since = () => elapsed(Date.now() - startedAt)
  let note = ''
  let frame = 0

  const draw = () => {
    const line = `${FRAMES[frame++ % FRAMES.length]} ${title}, ${since()}${note && `: ${note}`}`
    process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 80) - 1)}`)
  }
  const repeat = () => console.log(`  … ${title}, ${since()}${note && `: ${note}`}`)
  if (!live) console.log(`• ${title}`)
  const timer = live ? setInterval(draw, 100) : setInterval(repeat, 10_000)

  let mark = '✗'
  try {
    const result = await work((latest) => {
      note = latest.trim()
    })
    mark = '✓'
    return result
  } finally {
    clearInterval(timer)
    console.log(`${live ? '\r\x1b[K' : ''}${mark} ${title} (${since()})`)
  }
}

/** A command that ended badly; `output` is all it printed. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`)
    this.name = 'CommandError'
    this.output = output
  }
}

/**
 * Runs a command quietly to its end and returns what it printed.
 * Throws CommandError when it cannot start or does not exit with 0.
 */
export function run(command, args, { env = process.env, onLine = () => {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const read = (chunk) => {
      output += chunk
      const last = String(chunk).trimEnd().split('\n').at(-1)
      if (last) onLine(last)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (cause) => reject(new CommandError(command, cause.message, output)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new CommandError([command, ...args].join(' '), signal ?? `code ${code}`, output))
    })
  })
}
