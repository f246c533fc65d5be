import { expect, test, vi } from 'vitest'
import { warmUp } from '../../../lib/search/warm-up.ts'
import { openDatabase } from '../open-database.ts'

test('one search is made ahead, however often one is expected, and nobody hears of its end', async () => {
  const find = vi.fn(async () => Promise.reject(new Error('No index')))
  const expectSearch = warmUp(openDatabase(), { find, findSaved: vi.fn() })
  expect(find).not.toHaveBeenCalled()
  expectSearch()
  expectSearch()
  await vi.waitFor(() => expect(find).toHaveBeenCalledOnce())
  await expect(find.mock.results[0]?.value).rejects.toThrow('No index')
})
