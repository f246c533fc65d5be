import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onCommand, send } from '../../lib/messages.ts'
import { dayRef } from '../../lib/model/listing.ts'
import { answerByPromises } from './answer-by-promises.ts'
import { makeFetched } from './make-paper.ts'
import { plainAnswers } from './plain-answers.ts'

const report = { endpoint: 'https://feed.example', startedAt: 1, endedAt: 2, outcomes: [] }

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
})

describe('a command', () => {
  test('is answered by its handler, which gets what was asked', async () => {
    const sync = vi.fn(async () => report)
    const fetchPaper = vi.fn(async () => 'stored' as const)
    onCommand({ ...plainAnswers, sync, fetchPaper })
    const ask = { reason: 'user' as const, wanted: [dayRef('2026-08-21')] }
    expect(await send('sync', ask)).toEqual(report)
    expect(sync).toHaveBeenCalledExactlyOnceWith(ask)
    expect(fetchPaper).not.toHaveBeenCalled()
  })

  test('may be answered with false', async () => {
    onCommand({ ...plainAnswers, saveFound: async () => false })
    expect(await send('saveFound', { paper: makeFetched() })).toBe(false)
  })

  test.each([
    ['an error', new Error('The disk is full.')],
    ['words', 'The disk is full.'],
  ])('that fails with %s rejects in the same words', async (_what, thrown) => {
    onCommand({ ...plainAnswers, sync: () => Promise.reject(thrown) })
    await expect(send('sync', { reason: 'page' })).rejects.toThrow(/^The disk is full\.$/)
  })

  test('that nobody answers rejects', async () => {
    fakeBrowser.runtime.onMessage.addListener(() => undefined)
    await expect(send('sync', { reason: 'page' })).rejects.toThrow(/was interrupted/)
  })

  test('is given once more when the background dies before it answers', async () => {
    const sendMessage = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('the message channel closed'))
      .mockResolvedValueOnce({ value: true } as never)
    expect(await send('fetchPaper', { id: '2608.00001' })).toBe(true)
    expect(sendMessage).toHaveBeenCalledTimes(2)
  })
})

test('what is no command is left to others', async () => {
  const handler = vi.fn()
  const handlers = Object.keys(plainAnswers).map((name) => [name, handler])
  onCommand(Object.fromEntries(handlers))
  for (const message of [{ type: 'other' }, {}, 'words', 5]) {
    await fakeBrowser.runtime.sendMessage(message)
  }
  expect(handler).not.toHaveBeenCalled()
})
