import { formatStamp, type MachineId, readStamp, type Stamp } from '../../model/stamp.ts'
import type { ByteSource } from './columns.ts'
import { NumberColumn, NumberReader } from './columns.ts'

type StampParts = ReturnType<typeof readStamp>

/** How a stamp stands to the one before it. */
const asBefore = 0
const laterOnSameMachine = 1
const unlike = 2

/**
 * A clock past this year (2200) is broken for good: a stamp of it, taken over, would outweigh all
 * that is done on any machine from then on.
 */
const latestMs = Date.UTC(2200)

/**
 * The stamps of a chunk in the order of its entries. Parts that were changed together have the
 * same stamp, which costs next to nothing; else it is the time since the one before, and the
 * machine only where it is another.
 */
export class StampColumns {
  readonly #kinds = new NumberColumn()
  readonly #times = new NumberColumn()
  readonly #counters = new NumberColumn()
  readonly #machines = new NumberColumn()
  readonly #machineIds: MachineId[]
  #before: StampParts = { ms: 0, counter: 0, machine: '' }

  constructor(machineIds: MachineId[]) {
    this.#machineIds = machineIds
  }

  /** Returns the time of the stamp (ms). */
  push(stamp: Stamp): number {
    const { ms, counter, machine } = readStamp(stamp)
    const before = this.#before
    const isSameMachine = machine === before.machine
    if (isSameMachine && ms === before.ms && counter === before.counter) {
      this.#kinds.push(asBefore)
    } else {
      const isPlain = isSameMachine && counter === 0
      this.#kinds.push(isPlain ? laterOnSameMachine : unlike)
      this.#times.pushSigned(ms - before.ms)
      if (!isPlain) {
        this.#counters.push(counter)
        this.#machines.push(this.#indexOf(machine))
      }
    }
    this.#before = { ms, counter, machine }
    return ms
  }

  /** The next stamp is counted from this one. */
  goOnFrom(stamp: Stamp | undefined): void {
    if (stamp !== undefined) this.#before = readStamp(stamp)
  }

  write(to: number[]): void {
    for (const column of [this.#kinds, this.#times, this.#counters, this.#machines]) {
      column.write(to)
    }
  }

  #indexOf(machine: MachineId): number {
    const known = this.#machineIds.indexOf(machine)
    return known >= 0 ? known : this.#machineIds.push(machine) - 1
  }
}

/** Reads {@link StampColumns}. */
export class StampReader {
  readonly #kinds: NumberReader
  readonly #times: NumberReader
  readonly #counters: NumberReader
  readonly #machines: NumberReader
  readonly #machineIds: readonly MachineId[]
  #before: StampParts = { ms: 0, counter: 0, machine: '' }

  constructor(from: ByteSource, machineIds: readonly MachineId[]) {
    this.#kinds = new NumberReader(from)
    this.#times = new NumberReader(from)
    this.#counters = new NumberReader(from)
    this.#machines = new NumberReader(from)
    this.#machineIds = machineIds
  }

  pull(): Stamp {
    const kind = this.#kinds.pull()
    if (kind !== asBefore) {
      const ms = this.#before.ms + this.#times.pullSigned()
      if (ms < 0 || ms > latestMs) throw new RangeError('A stamp is out of all time.')
      const isPlain = kind === laterOnSameMachine
      const counter = isPlain ? 0 : this.#counters.pull()
      const machine = isPlain ? this.#before.machine : this.#machineIds[this.#machines.pull()]
      if (machine === undefined) throw new RangeError('A stamp is of no machine.')
      this.#before = { ms, counter, machine }
    }
    const { ms, counter, machine } = this.#before
    const stamp = formatStamp(ms, counter, machine)
    readStamp(stamp)
    return stamp
  }

  goOnFrom(stamp: Stamp | undefined): void {
    if (stamp !== undefined) this.#before = readStamp(stamp)
  }
}
