import './apart.ts'
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterAll } from 'vitest'

// Files of tests share a thread, and no page is closed at their end: what the pages of one still
// follow would run again at every write of all that come after.
const written = Dexie.on('storagemutated')
const ofDexie = new Set(written.subscribers)

afterAll(() => {
  for (const listener of new Set(written.subscribers).difference(ofDexie)) {
    written.unsubscribe(listener as () => void)
  }
  // Dexie keeps their questions as well, each with who asks it again after a write.
  for (const name of Object.keys(Dexie.cache)) delete Dexie.cache[name]
})
