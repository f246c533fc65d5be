import { type Signal, signal } from '@preact/signals'

/** How much of the disk Paperboy takes, as the browser counts it. */
export interface DiskUse {
  /** Bytes, of all that lies in its databases and caches. */
  used: number
  /** Bytes that the browser would let it take; undefined where it does not say. */
  quota?: number
  /** The browser has promised to keep it also when the disk is nearly full. */
  isKept: boolean
}

/** Asks the browser how much is stored; undefined until it has said so, or where it does not. */
export function readDiskUse(): Signal<DiskUse | undefined> {
  const use = signal<DiskUse | undefined>(undefined)
  const read = async () => {
    const [{ usage, quota }, isKept] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ])
    if (usage !== undefined) use.value = { used: usage, quota, isKept }
  }
  // What cannot be told is left out.
  read().catch(() => {})
  return use
}
