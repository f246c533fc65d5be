// Of the saved papers the first are asked for while the modules are on their way: opening a
// database takes as long as loading all that reads it. This is the same as `firstShelfRows` in
// lib/db/shelf.ts; whatever this cannot do, because there is no database yet or one of an older
// version, that does a moment later.

;(() => {
  if (location.hash !== '#/saved') return
  const atMost = 12

  firstPaint.saved = new Promise((resolve) => {
    const opening = indexedDB.open('paperboy')
    // There is none: it is not made here.
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onerror = () => resolve([])
    opening.onsuccess = () => {
      const db = opening.result
      db.onversionchange = () => db.close()
      try {
        read(db, resolve)
      } catch {
        resolve([])
      }
      db.close()
    }
    // The browser lets nobody have one: the page says so, a moment later.
  }).catch(() => [])

  function read(db, resolve) {
    const transaction = db.transaction(['saved', 'reads'])
    const saved = transaction.objectStore('saved').index('savedAt')
    const reads = transaction.objectStore('reads')
    let rows = []
    transaction.oncomplete = () => resolve(rows.every(({ saved }) => saved.tags) ? rows : [])
    transaction.onabort = () => resolve([])
    // In one request: a cursor would take a turn of the busy page for each. Browsers without
    // these options take them for a key, and throw.
    saved.getAll({ direction: 'prev', count: atMost }).onsuccess = ({ target }) => {
      rows = target.result.map((paper) => ({ saved: paper }))
      for (const row of rows) {
        reads.get(row.saved.id).onsuccess = (event) => {
          row.read = event.target.result
        }
      }
    }
  }
})()
