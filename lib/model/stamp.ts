/**
 * When something was changed, on which machine: a reading of a hybrid logical clock (Kulkarni
 * et al., 2014). As text, stamps sort in an order that every machine agrees on, in which a
 * change comes after all that its machine knew of, however wrong its wall clock is.
 * `<ms, 9 digits>-<counter, 4 digits>-<machine>`, the numbers in base 36.
 */
export type Stamp = string

/** What tells machines apart: eight letters or digits, drawn once a machine. */
export type MachineId = string

const counterLimit = 36 ** 4

/** A stamp after `last`, the latest that the machine knows; `now` in ms. */
export function nextStamp(last: Stamp | undefined, now: number, machine: MachineId): Stamp {
  const known = last === undefined ? { ms: 0, counter: -1 } : readStamp(last)
  // A counter that is full turns the clock on by a millisecond.
  const isFull = known.counter + 1 >= counterLimit
  const floor = isFull ? known.ms + 1 : known.ms
  if (now > floor) return formatStamp(now, 0, machine)
  return formatStamp(floor, isFull ? 0 : known.counter + 1, machine)
}

/** The stamp of what was done before there were any, at a time (ms). */
export function stampAt(ms: number, machine: MachineId = ''): Stamp {
  return formatStamp(ms, 0, machine)
}

/** The parts of a stamp. Throws a TypeError for any other text. */
export function readStamp(stamp: Stamp): { ms: number; counter: number; machine: MachineId } {
  const parts = /^([\da-z]{9})-([\da-z]{4})-([\da-z]*)$/.exec(stamp)
  if (!parts) throw new TypeError(`“${stamp}” is no stamp.`)
  const [, ms = '', counter = '', machine = ''] = parts
  return { ms: Number.parseInt(ms, 36), counter: Number.parseInt(counter, 36), machine }
}

/** The later of two; the other where one is missing. */
export function laterStamp(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

export function newMachineId(): MachineId {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    (byte % 36).toString(36),
  ).join('')
}

/** The stamp of these parts: what `readStamp` reads. */
export function formatStamp(ms: number, counter: number, machine: MachineId): Stamp {
  const digits = (value: number, length: number) =>
    Math.max(0, Math.floor(value)).toString(36).padStart(length, '0')
  return `${digits(ms, 9)}-${digits(counter, 4)}-${machine}`
}
