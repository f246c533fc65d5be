import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SentPaper } from '../../../lib/model/sent-paper.ts'
import { describeZotero } from '../../../lib/send/describe-zotero.ts'
import {
  planZoteroRun,
  runZotero,
  type ZoteroMemory,
  type ZoteroRun,
} from '../../../lib/send/send-to-zotero.ts'
import { startZotero, type ZoteroServer } from '../../support/zotero/zotero-server.ts'
import { makeIds, makePaper } from '../make-paper.ts'
import { serve } from '../serve.ts'

afterEach(() => void vi.restoreAllMocks())

async function start(options?: Parameters<typeof startZotero>[0]): Promise<ZoteroServer> {
  const zotero = await startZotero(options)
  onTestFinished(() => zotero.close())
  return zotero
}

const paperOf = (id: string): SentPaper => ({
  record: makePaper({ id, title: `Paper ${id}` }),
  tags: [],
})
const papersOf = (count: number) => makeIds(count).map(paperOf)
const forgetful: ZoteroMemory = {
  ...{ onTheWay: async () => {}, arrived: async () => {}, forget: async () => {} },
}
const run = (
  start: ZoteroRun,
  port: number,
  onStep: (run: ZoteroRun) => void = () => {},
  signal = new AbortController().signal,
) => runZotero(start, { port, memory: forgetful, onStep, signal })
const inLibrary = (zotero: ZoteroServer) => zotero.items.map(({ id }) => id)
const idsOf = (papers: readonly SentPaper[]) => papers.map(({ record }) => record.id)
/** What a reader is told when it is over. */
const told = (run: ZoteroRun) => describeZotero(run, false)

describe('papers sent to Zotero', () => {
  test.each([1, 3, 45])('arrive, %i of them, each once and in order', async (count) => {
    const zotero = await start()
    const done = await run(planZoteroRun(papersOf(count)), zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(count))
    expect(idsOf(done.inZotero)).toEqual(makeIds(count))
    expect(Math.max(...zotero.batches)).toBeLessThanOrEqual(20)
    expect(told(done)).toMatchObject({ state: 'done', missing: [] })
  })

  test('are told to be in the collection that is selected there', async () => {
    const zotero = await start({ target: 'Sparse models' })
    const one = await run(planZoteroRun(papersOf(1)), zotero.port)
    expect(told(one).text).toBe('It is in Zotero, in “Sparse models”.')
    const three = await run(planZoteroRun(papersOf(3)), zotero.port)
    expect(told(three).text).toBe('All 3 papers are in Zotero, in “Sparse models”.')
  })

  test('are counted on the way', async () => {
    const zotero = await start()
    const said: string[] = []
    await run(planZoteroRun(papersOf(45)), zotero.port, (step) =>
      said.push(describeZotero(step, true).text),
    )
    expect(said).toEqual([
      'Sending 45 papers to Zotero…',
      'Sending to Zotero: 20 of 45 papers are there…',
      'Sending to Zotero: 40 of 45 papers are there…',
      'Sending to Zotero: 45 of 45 papers are there…',
    ])
  })

  test('arrive at a Zotero that does not say where', async () => {
    const zotero = await start({ target: undefined })
    expect(told(await run(planZoteroRun(papersOf(1)), zotero.port)).text).toBe('It is in Zotero.')
  })
})

describe('nothing is sent, and why is told, when', () => {
  async function problemAt(port: number): Promise<string | undefined> {
    const stopped = await run(planZoteroRun(papersOf(2)), port)
    expect(stopped.inZotero).toEqual([])
    expect(told(stopped)).toMatchObject({ state: 'stopped', text: 'Nothing was sent to Zotero.' })
    expect(told(stopped).missing.map(({ id }) => id)).toEqual(makeIds(2))
    return stopped.problem
  }

  test('Zotero is not running', async () => {
    const zotero = await startZotero()
    await zotero.close()
    expect(await problemAt(zotero.port)).toBe(
      `Zotero is not running on this machine, or does not listen on port ${zotero.port}. Open Zotero and send again.`,
    )
  })

  test('something else has its port', async () => {
    const zotero = await start({ version: undefined })
    expect(await problemAt(zotero.port)).toMatch(/^Something other than Zotero answers on port \d+/)
    expect(zotero.requests).toEqual(['GET /connector/ping'])
  })

  test('something else answers with an error', async () => {
    const url = await serve((_request, response) => response.writeHead(404).end())
    expect(await problemAt(Number(new URL(url).port))).toMatch(/^Something other than Zotero/)
  })

  test('nothing answers in time', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(200))
    const url = await serve(() => {})
    expect(await problemAt(Number(new URL(url).port))).toMatch(/did not answer in time/)
  })

  test('Zotero is too old for preprints', async () => {
    const zotero = await start({ version: '5.0.96.3', apiVersion: 2 })
    expect(await problemAt(zotero.port)).toMatch(/Zotero 5\.0\.96\.3.*Update it to Zotero 6/)
    expect(zotero.batches).toEqual([])
  })

  test('Zotero wants a later protocol', async () => {
    const zotero = await start({ apiVersion: 4 })
    expect(await problemAt(zotero.port)).toMatch(/newer than Paperboy knows/)
  })

  test('no library can be written to', async () => {
    const zotero = await start({ isEditable: false })
    expect(await problemAt(zotero.port)).toMatch(/no library selected that can be written to/)
  })

  test.each([400, 403, 412, 503])('Zotero answers %i to everything', async (status) => {
    const zotero = await start()
    zotero.faults = Array(9).fill({ status })
    expect(await problemAt(zotero.port)).toMatch(/^Zotero could not save these papers/)
  })
})

test('a Zotero before 7, which speaks the second protocol, takes papers too', async () => {
  const zotero = await start({ version: '6.0.37', apiVersion: 2 })
  await run(planZoteroRun(papersOf(3)), zotero.port)
  expect(inLibrary(zotero)).toEqual(makeIds(3))
})

describe('a run that was stopped', () => {
  test('by a library that is read-only goes on once another is selected', async () => {
    const zotero = await start({ isEditable: false })
    const stopped = await run(planZoteroRun(papersOf(3)), zotero.port)
    zotero.options.isEditable = true
    // Zotero has kept the session of what it refused: only under a new name is it taken.
    const done = await run(stopped, zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(3))
    expect(told(done).state).toBe('done')
  })

  test('by the reader has sent whole batches, and goes on with the others', async () => {
    const zotero = await start()
    const stop = new AbortController()
    const stopped = await run(
      planZoteroRun(papersOf(45)),
      zotero.port,
      ({ inZotero }) => inZotero.length > 0 && stop.abort(),
      stop.signal,
    )
    expect(inLibrary(zotero)).toEqual(makeIds(20))
    expect(stopped.problem).toBeUndefined()
    expect(told(stopped)).toMatchObject({ state: 'stopped' })
    expect(told(stopped).text).toBe('20 of 45 papers are in Zotero, in “My Library”.')
    expect(told(stopped).missing.map(({ id }) => id)).toEqual(makeIds(45).slice(20))
    await run(stopped, zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(45))
  })
})

describe('a connection that breaks', () => {
  test.each(['reset-before', 'reset-after'] as const)(
    'once (%s) is mended without a word, and doubles nothing',
    async (fault) => {
      const zotero = await start()
      zotero.faults = [undefined, fault]
      const done = await run(planZoteroRun(papersOf(45)), zotero.port)
      expect(inLibrary(zotero)).toEqual(makeIds(45))
      expect(told(done).state).toBe('done')
    },
  )

  test('for good leaves what is there, what is not, and what may be', async () => {
    const zotero = await start()
    zotero.faults = [undefined, 'reset-before', 'reset-before']
    const stopped = await run(planZoteroRun(papersOf(45)), zotero.port)
    const { text, problem, missing } = told(stopped)
    expect(text).toBe('20 of 45 papers are in Zotero, in “My Library”.')
    expect(problem).toMatch(/stopped answering\. Open it again, then go on/)
    expect(missing.map(({ id }) => id)).toEqual(makeIds(45).slice(20))
    expect(missing.filter(({ reason }) => reason?.startsWith('may be there'))).toHaveLength(20)
    await run(stopped, zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(45))
  })

  test('after Zotero has saved doubles nothing when it goes on', async () => {
    const zotero = await start()
    zotero.faults = [undefined, 'reset-after', 'reset-before']
    const stopped = await run(planZoteroRun(papersOf(45)), zotero.port)
    expect(stopped.inZotero).toHaveLength(20)
    expect(zotero.items).toHaveLength(40)
    const done = await run(stopped, zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(45))
    expect(idsOf(done.inZotero)).toEqual(makeIds(45))
  })
})

test('an answer that comes too late is waited for again, and doubles nothing', async () => {
  const zotero = await start()
  zotero.faults = ['late']
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  const impatience = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 100))
  const stopped = await run(planZoteroRun(papersOf(3)), zotero.port)
  impatience.mockRestore()
  expect(stopped.problem).toMatch(/did not answer in time/)
  expect(told(stopped).missing).toHaveLength(3)
  const done = await run(stopped, zotero.port)
  expect(inLibrary(zotero)).toEqual(makeIds(3))
  expect(told(done).state).toBe('done')
})

describe('a paper that Zotero cannot save', () => {
  const isBad = ({ id }: { id: string }) => id === '2608.00007'

  test('does not keep the others of its batch out, and is named', async () => {
    const zotero = await start()
    zotero.refuses = isBad
    const done = await run(planZoteroRun(papersOf(45)), zotero.port)
    expect(inLibrary(zotero).toSorted()).toEqual(makeIds(45).filter((id) => !isBad({ id })))
    expect(told(done)).toMatchObject({
      state: 'stopped',
      text: '44 of 45 papers are in Zotero, in “My Library”.',
      missing: [
        { id: '2608.00007', title: 'Paper 2608.00007', reason: 'Zotero could not save it' },
      ],
    })
    expect(done.problem).toMatch(/^Zotero could not save this paper/)
  })

  test('is tried again when the reader goes on', async () => {
    const zotero = await start()
    zotero.refuses = isBad
    const stopped = await run(planZoteroRun(papersOf(8)), zotero.port)
    zotero.refuses = () => false
    const done = await run(stopped, zotero.port)
    expect(inLibrary(zotero).toSorted()).toEqual(makeIds(8))
    expect(told(done).state).toBe('done')
  })

  test('ends the run when three in a row are refused', async () => {
    const zotero = await start()
    zotero.refuses = () => true
    const stopped = await run(planZoteroRun(papersOf(45)), zotero.port)
    expect(zotero.batches).toEqual([20, 1, 1, 1])
    expect(told(stopped).missing).toHaveLength(45)
  })

  test('and a session that was cancelled in Zotero are told alike', async () => {
    const zotero = await start()
    zotero.faults = ['cancelled']
    const stopped = await run(planZoteroRun(papersOf(1)), zotero.port)
    expect(stopped.problem).toMatch(/^Zotero could not save this paper/)
    await run(stopped, zotero.port)
    expect(inLibrary(zotero)).toEqual(makeIds(1))
  })
})

test('Zotero hangs up on a browser that does not name the protocol', async () => {
  const zotero = await start()
  const url = `http://127.0.0.1:${zotero.port}/connector/ping`
  const browser = { 'User-Agent': 'Mozilla/5.0' }
  await expect(fetch(url, { headers: browser })).rejects.toThrow()
  const named = { ...browser, 'X-Zotero-Connector-API-Version': '3' }
  expect((await fetch(url, { headers: named })).status).toBe(200)
})
