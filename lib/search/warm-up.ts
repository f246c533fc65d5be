import type { Database } from '../db/database.ts'
import type { Finder } from './finder.ts'
import { findHits } from './hits.ts'

/** A word that many papers hold, and not so many that reading them takes long. */
const usualWord = 'attention'
const usualLimit = 20

/**
 * Makes the next search quick, when it is called first: searches once for nobody. The first search
 * in a page takes two or three times as long as the one after it, since its code is not compiled
 * and the files of the index are not open; the reader may still be reaching for the keys.
 */
export function warmUp(db: Database, finder: Finder): () => void {
  let isCalled = false
  return () => {
    if (isCalled) return
    isCalled = true
    // What is wrong is told to who searches.
    findHits(db, finder, usualWord, usualLimit).catch(() => {})
  }
}
