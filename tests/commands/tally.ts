import { CommandError } from './progress.mjs'

/** What a run counts, in the words of its last line. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Adds up what the steps of a run report, and turns a step that throws into a failure. */
export class Tally {
  readonly #sum: Counts = { passed: 0, failed: 0, skipped: 0 }
  readonly #failures: string[] = []

  /** Runs one check, which passes unless it throws. Never throws itself. */
  async check(name: string, work: () => unknown): Promise<boolean> {
    try {
      await work()
      this.#sum.passed++
      return true
    } catch (error) {
      this.fail(name, error)
      return false
    }
  }

  /** Runs what is needed but is no check: counted only when it throws. Never throws itself. */
  async need(name: string, work: () => unknown): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.fail(name, error)
      return false
    }
  }

  /** Runs tests that count themselves. A run that finds no test at all is a failure. */
  async tests(name: string, work: () => Promise<Counts>): Promise<void> {
    await this.need(name, async () => {
      const { passed, failed, skipped } = await work()
      this.#sum.passed += passed
      this.#sum.failed += failed
      this.#sum.skipped += skipped
      if (failed > 0) this.#failures.push(name)
      if (passed + failed === 0) throw new Error(`${name}: not one test ran`)
    })
  }

  fail(name: string, error: unknown): void {
    this.#sum.failed++
    this.#failures.push(name)
    if (error instanceof CommandError) console.error(error.output.trimEnd())
    else console.error(error instanceof Error ? error.message : error)
  }

  /** Prints what failed and, last, the counts; sets the exit code. */
  report(): void {
    const { passed, failed, skipped } = this.#sum
    if (failed > 0) console.log(`\nFailed: ${[...new Set(this.#failures)].join(', ')}`)
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    process.exitCode = failed > 0 ? 1 : 0
  }
}
