import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { markRead } from '../../../lib/db/reads.ts'
import { savePaper } from '../../../lib/db/saved.ts'
import { composeFrontPage } from '../../../lib/front-page/compose.ts'
import { publishFrontPage } from '../../../lib/front-page/publish.ts'
import { readLocal } from '../../../lib/local-store.ts'
import { rowsInPopup } from '../../../lib/model/front-page.ts'
import { makeIds, makeListing, makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const now = new Date('2026-08-17T16:00:00Z')
const ids = makeIds(40)

beforeEach(() => fakeBrowser.reset())

async function openWithEdition() {
  const db = openDatabase()
  await db.papers.bulkPut(ids.map((id) => makePaper({ id })))
  await db.listings.bulkPut([
    makeListing({ ids, fetchedAt: 7 }),
    makeListing({ key: '2026-08-15', ids: [] }),
    makeListing({ key: '2026-08-18', ids: ids.slice(3) }),
  ])
  return db
}

describe('the front page', () => {
  test('has the first thirty cards of the last edition, which the first leads', async () => {
    const page = await composeFrontPage(await openWithEdition(), now)
    expect(page).toMatchObject({ format: 1, date: '2026-08-14', fetchedAt: 7, total: 40 })
    expect(page.cards.map(({ id }) => id)).toEqual(ids.slice(0, 30))
    expect(page.cards[0]?.abstract).toBe(makePaper().abstract)
    expect(page.cards[1]?.abstract).toBeUndefined()
  })

  test('says what was saved and read', async () => {
    const db = await openWithEdition()
    for (const [i, id] of ids.slice(0, 7).entries()) await savePaper(db, id, i)
    await markRead(db, '2608.00002', 5)
    const page = await composeFrontPage(db, now)
    expect(page.savedCount).toBe(7)
    expect(page.lastSaved.map(({ savedAt }) => savedAt)).toEqual([6, 5, 4, 3, 2])
    expect(page.cards[1]).toMatchObject({ savedAt: 1, isRead: true })
  })

  test('is empty before there is an edition', async () => {
    expect(await composeFrontPage(openDatabase(), now)).toEqual({
      format: 1,
      date: undefined,
      fetchedAt: undefined,
      total: 0,
      cards: [],
      lastSaved: [],
      savedCount: 0,
    })
  })

  test('is small: a day of long papers stays under a hundred kilobytes', async () => {
    const db = await openWithEdition()
    const abstract = 'word '.repeat(400)
    const authors = Array.from({ length: 100 }, (_, i) => `Author Number ${i}`)
    await db.papers.bulkPut(ids.map((id) => makePaper({ id, abstract, authors })))
    const page = await composeFrontPage(db, now)
    expect(JSON.stringify(page).length).toBeLessThan(100_000)
  })
})

describe('publishing', () => {
  test('lays the front page where a new tab finds it', async () => {
    const db = await openWithEdition()
    await publishFrontPage(db)
    const { frontPage } = await readLocal('frontPage')
    expect(frontPage).toEqual(await composeFrontPage(db, new Date()))
  })

  test('stamps it, and what the popup shows of it, so that nothing older is taken for either', async () => {
    const db = await openWithEdition()
    const publish = async () => {
      await publishFrontPage(db)
      return (await readLocal('published')).published ?? expect.fail('There is no stamp.')
    }
    const first = await publish()
    // What was drawn of the same stays true.
    expect(await publish()).toEqual(first)
    await savePaper(db, '2608.00001', 5)
    const saved = await publish()
    expect(saved.stamp).not.toBe(first.stamp)
    expect(saved.popup).not.toBe(first.popup)
    const { frontPage } = await readLocal('frontPage')
    const below = frontPage?.cards[rowsInPopup]?.id ?? expect.fail('There is no sixth paper.')
    await db.papers.update(below, { upvotes: 999 })
    const changed = await publish()
    expect(changed.stamp).not.toBe(saved.stamp)
    expect(changed.popup).toBe(saved.popup)
  })

  test('twice at once leaves the later state, though the first write is slow', async () => {
    const db = await openWithEdition()
    const { local } = fakeBrowser.storage
    const set = local.set.bind(local)
    const gate = Promise.withResolvers<void>()
    const write = vi.spyOn(local, 'set').mockImplementationOnce(async (items: object) => {
      await gate.promise
      await set(items)
    })
    const first = publishFrontPage(db)
    await vi.waitFor(() => expect(write).toHaveBeenCalled())
    await savePaper(db, '2608.00001', 5)
    const second = publishFrontPage(db)
    // Time enough for the second to overtake the first, if it could.
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 50))])
    gate.resolve()
    await Promise.all([first, second])
    expect((await readLocal('frontPage')).frontPage?.savedCount).toBe(1)
  })
})
