import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { step } from './progress.mjs'
import type { Counts } from './tally.ts'
import { toolPath } from './tools.ts'

type Project = 'unit' | 'ui' | 'e2e'

/** The part we read of what Vitest's JSON reporter writes. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Runs one of the projects of vitest.config.ts where one can watch, and returns its counts. */
export async function runVitest(title: string, project: Project): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-test-'))
  const file = join(folder, 'report.json')
  // The browsers take minutes, so each of their tests is named as it ends.
  const reporter = project === 'e2e' ? 'verbose' : 'default'
  const args = ['run', '--project', project, '--reporter', reporter, '--reporter', 'json']
  try {
    const code = await watched(title, () => vitest([...args, `--outputFile.json=${file}`]))
    return count(JSON.parse(readFileSync(file, 'utf8')), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a terminal Vitest draws its own progress, which a second one would tear apart. */
function watched<T>(title: string, work: () => Promise<T>): Promise<T> {
  if (!process.stdout.isTTY) return step(title, work)
  console.log(`• ${title}`)
  return work()
}

function vitest(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [toolPath('vitest'), ...args], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function count(report: Report, code: number): Counts {
  // A file that does not load, or whose setup fails, has no failed test to show for it.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    // Nor has an error that nothing caught: then only the exit code tells.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
