import type { MachineId, Stamp } from './stamp.ts'

/** What the library remembers besides papers, one row a name. */
interface LibraryState {
  /** This machine's clock: who it is, and the latest stamp it gave or saw. */
  clock: { machine: MachineId; last?: Stamp }
}

export type LibraryStateRow = {
  [Name in keyof LibraryState]: { name: Name; value: LibraryState[Name] }
}[keyof LibraryState]
