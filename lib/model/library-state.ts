import type { WeeklyFile } from './backup.ts'
import type { MachineId, Stamp } from './stamp.ts'

/** What the library remembers besides papers, one row a name. */
export interface LibraryState {
  /** This machine's clock: who it is, and the latest stamp it gave or saw. */
  clock: { machine: MachineId; last?: Stamp }
  /** When the library was last looked through for a daily copy, whether or not one was due (ms). */
  dailyBackup: { checkedAt: number }
  weeklyFile: WeeklyFile
  /** When the bin was last looked through, and until when nothing is deleted from it (ms). */
  binClock: { seenAt: number; heldUntil: number }
}

export type LibraryStateRow = {
  [Name in keyof LibraryState]: { name: Name; value: LibraryState[Name] }
}[keyof LibraryState]
