import type { ItemStore } from '../../../lib/sync-library/item-store.ts'

/**
 * A browser's sync as Chromium documents it: limits in bytes of key and JSON, a write is all or
 * nothing, and refused with the limit's name. What is written is at once at every machine.
 */
export class SharedItems implements ItemStore {
  limits = { total: 102_400, item: 8192 }
  items: Record<string, unknown> = {}
  /** Calls that write: the quota counts these, however many items each has. */
  writes = 0
  /** An error that the next writes end in. */
  failure?: Error
  /** What it really takes, when that is less than it says. */
  trueTotal = 102_400

  async read(): Promise<Record<string, unknown>> {
    return structuredClone(this.items)
  }

  async write(items: Record<string, string>): Promise<void> {
    this.writes++
    if (this.failure) throw this.failure
    const next = { ...this.items, ...items }
    for (const [key, value] of Object.entries(items)) {
      if (bytesOf(key, value) > this.limits.item) {
        throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded')
      }
    }
    if (this.bytes(next) > this.trueTotal) throw new Error('QUOTA_BYTES quota exceeded')
    this.items = next
  }

  async remove(keys: string[]): Promise<void> {
    this.writes++
    if (this.failure) throw this.failure
    for (const key of keys) delete this.items[key]
  }

  bytes(items = this.items): number {
    return Object.entries(items).reduce((sum, [key, value]) => sum + bytesOf(key, value), 0)
  }
}

function bytesOf(key: string, value: unknown): number {
  return Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value) ?? '')
}
