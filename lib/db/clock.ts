import { laterStamp, type MachineId, newMachineId, nextStamp, type Stamp } from '../model/stamp.ts'
import type { Database } from './database.ts'

/**
 * A stamp for a change of the library, later than any this machine gave or saw. To be called in
 * a transaction that includes `libraryState`: one for all that is changed in it.
 */
export async function stampChange(db: Database, now = Date.now()): Promise<Stamp> {
  const clock = await readClock(db)
  const last = nextStamp(clock.last, now, clock.machine)
  await db.libraryState.put({ name: 'clock', value: { ...clock, last } })
  return last
}

/**
 * Takes note of a stamp from elsewhere: what this machine changes from then on is later. In a
 * transaction that includes `libraryState`.
 */
export async function noteStamp(db: Database, seen: Stamp): Promise<void> {
  const clock = await readClock(db)
  const last = laterStamp(clock.last, seen)
  if (last !== clock.last) await db.libraryState.put({ name: 'clock', value: { ...clock, last } })
}

/** Who this machine is, for the others. */
export async function machineId(db: Database): Promise<MachineId> {
  return db.transaction('rw', db.libraryState, async () => {
    const known = await db.libraryState.get('clock')
    if (known?.name === 'clock') return known.value.machine
    // Drawn only now, it has to be the same from here on.
    const clock = await readClock(db)
    await db.libraryState.put({ name: 'clock', value: clock })
    return clock.machine
  })
}

async function readClock(db: Database) {
  const row = await db.libraryState.get('clock')
  return row?.name === 'clock' ? row.value : { machine: newMachineId(), last: undefined }
}
