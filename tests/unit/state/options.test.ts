import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLocal } from '../../../lib/local-store.ts'
import { onCommand } from '../../../lib/messages.ts'
import type { SyncReport } from '../../../lib/model/sync-report.ts'
import { openOptions } from '../../../lib/state/options.ts'
import { answerByPromises } from '../answer-by-promises.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { plainAnswers } from '../plain-answers.ts'

const contains = vi.fn()
const request = vi.fn()
const sync = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  answerByPromises()
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(contains)
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request)
  contains.mockReset().mockResolvedValue(true)
  request.mockReset().mockResolvedValue(true)
  sync.mockReset().mockResolvedValue(reportOf())
  onCommand({ ...plainAnswers, sync })
})

afterEach(() => void vi.restoreAllMocks())

function reportOf(changes: Partial<SyncReport> = {}): SyncReport {
  return { endpoint: 'https://mirror.example', startedAt: 1, endedAt: 2, outcomes: [], ...changes }
}

function open() {
  const db = openDatabase('paperboy')
  const [options, commands] = openOptions()
  return { db, options, commands }
}

describe('an endpoint that is typed', () => {
  test('is kept, tried, and told of', async () => {
    const ref = { kind: 'day', key: '2026-08-21' } as const
    const outcome = { ref, result: 'stored', papers: 34, added: 1, dropped: [] } as const
    sync.mockResolvedValue(reportOf({ outcomes: [{ ...outcome, dropped: [] }] }))
    const { options, commands } = open()
    await commands.setEndpoint(' mirror.example/hf/ ')
    const settings = { endpoint: 'https://mirror.example/hf' }
    expect(await readLocal('settings')).toEqual({ settings })
    expect(options.settings.value).toEqual(settings)
    expect(sync).toHaveBeenCalledWith({ reason: 'user' })
    expect(options.message.value).toBe('Saved. mirror.example answered with 34 papers.')
    expect(options.needsLeave.value).toBe(false)
    // At a weekend there are none.
    sync.mockResolvedValue(reportOf({ outcomes: [] }))
    await commands.setEndpoint(' mirror.example/hf/ ')
    expect(options.message.value).toBe('Saved. mirror.example answered well.')
  })

  test('is not kept when it is none', async () => {
    const { options, commands } = open()
    await commands.setEndpoint('javascript:alert(1)')
    expect(options.message.value).toContain('is not an http(s) address')
    expect(await readLocal('settings')).toEqual({})
    expect(sync).not.toHaveBeenCalled()
  })

  test.each([
    ['its problem', { waiting: { until: 5, reason: 'It asks for a pause.' } }],
    [
      'the problem of a listing',
      {
        outcomes: [
          {
            ref: { kind: 'day' as const, key: '2026-08-21' },
            result: 'failed' as const,
            ...{ papers: 0, added: 0, dropped: [], problem: 'It asks for a pause.' },
          },
        ],
      },
    ],
  ])('is kept and told with %s', async (_what, changes) => {
    sync.mockResolvedValue(reportOf(changes))
    const { options, commands } = open()
    await commands.setEndpoint('mirror.example')
    expect(options.message.value).toBe('Saved. It asks for a pause.')
  })

  test('needs leave where the browser has not given it, asked by its host without a port', async () => {
    contains.mockResolvedValue(false)
    sync.mockRejectedValue(new Error('mirror.example could not be reached.'))
    const { options, commands } = open()
    await commands.setEndpoint('http://mirror.example:8080/hf')
    expect(options.message.value).toBe('mirror.example could not be reached.')
    expect(options.needsLeave.value).toBe(true)

    contains.mockResolvedValue(true)
    await commands.askLeave()
    expect(request).toHaveBeenCalledWith({ origins: ['http://mirror.example/*'] })
    expect(sync).toHaveBeenCalledTimes(2)
    expect(options.needsLeave.value).toBe(false)
  })

  test('is not tried again when leave is refused', async () => {
    request.mockResolvedValue(false)
    const { commands } = open()
    await commands.askLeave()
    expect(sync).not.toHaveBeenCalled()
  })
})

test('what is stored is counted', async () => {
  const { db, options } = open()
  await db.papers.put(makePaper())
  await vi.waitFor(() => expect(options.counts.value).toEqual({ papers: 1, saved: 0, listings: 0 }))
})
