import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SentPaper } from '../../../lib/model/sent-paper.ts'
import { describeCollection } from '../../../lib/send/describe-collection.ts'
import {
  type CollectionRun,
  describeHubError,
  planCollectionRun,
  runCollection,
} from '../../../lib/send/send-to-collection.ts'
import {
  createCollection,
  fetchCollections,
  fetchUser,
  type HubAccount,
  type HubCollection,
} from '../../../lib/sources/hub-collections.ts'
import { type HubServer, startHub } from '../../support/hub/hub-server.ts'
import { makeIds, makePaper } from '../make-paper.ts'
import { serve } from '../serve.ts'

const reading: HubCollection = {
  ...{ slug: 'ada/reading-1', title: 'Reading', owner: 'ada', isPrivate: false },
}
const paperOf = (id: string, note?: string): SentPaper => ({
  ...{ record: makePaper({ id, title: `Paper ${id}` }), tags: [], ...(note && { note }) },
})

async function start(options?: Parameters<typeof startHub>[0]) {
  const hub = await startHub(options)
  onTestFinished(() => hub.close())
  hub.collections.push({ slug: reading.slug, title: reading.title, private: false, items: [] })
  const account: HubAccount = { endpoint: hub.url, token: hub.options.token }
  return { hub, account }
}

async function add(
  account: HubAccount,
  papers: readonly SentPaper[],
  options: { from?: CollectionRun; withNotes?: boolean; signal?: AbortSignal } = {},
) {
  const steps: CollectionRun[] = []
  const run = await runCollection(options.from ?? planCollectionRun(reading, papers), account, {
    withNotes: options.withNotes ?? false,
    onStep: (step) => steps.push(step),
    signal: options.signal ?? new AbortController().signal,
  })
  return { run, steps, report: describeCollection(run, false, account.endpoint) }
}

const inCollection = (hub: HubServer) => hub.collections[0]?.items.map(({ id }) => id)

describe('the reader', () => {
  test('is known by the token, with what that may do', async () => {
    const { account } = await start({ role: 'read' })
    expect(await fetchUser(account)).toEqual({
      ...{ name: 'ada', role: 'read', organizations: ['analytical'] },
    })
  })

  test('has collections, which come page after page', async () => {
    const { hub, account } = await start({ pageSize: 2 })
    for (const n of [2, 3, 4, 5])
      hub.collections.push({ slug: `ada/more-${n}`, title: `${n}`, private: n > 3, items: [] })
    hub.collections.push({ slug: 'bo/other-1', title: 'Other', private: false, items: [] })
    const found = await fetchCollections(account, 'ada')
    expect(found[0]).toEqual(reading)
    expect(found.map(({ title, isPrivate }) => `${title} ${isPrivate}`)).toEqual([
      ...['Reading false', '2 false', '3 false', '4 true', '5 true'],
    ])
  })

  test('can make one', async () => {
    const { hub, account } = await start()
    const made = await createCollection(account, {
      ...{ title: 'Sparse models', namespace: 'ada', isPrivate: true },
    })
    expect(made).toMatchObject({ title: 'Sparse models', owner: 'ada', isPrivate: true })
    expect(hub.collections.at(-1)).toMatchObject({ slug: made.slug, private: true })
  })

  test('is not led to another host by a link, nor by the name of a collection', async () => {
    const asked: (string | undefined)[] = []
    const url = await serve((request, response) => {
      asked.push(request.url)
      response.setHeader('Link', '<http://127.0.0.1:1/api/collections?p=1>; rel="next"')
      const slugs = ['../../evil', 'a/b/c', 'ada/ok-1', 7]
      response.end(JSON.stringify(slugs.map((slug) => ({ slug, title: 'x' }))))
    })
    const found = await fetchCollections({ endpoint: url, token: 'hf_token' }, 'ada')
    expect(new Set(found.map(({ slug }) => slug))).toEqual(new Set(['ada/ok-1']))
    expect(asked).toHaveLength(10)
    expect(asked.every((path) => path?.startsWith('/api/collections?'))).toBe(true)
  })
})

describe('papers added to a collection', () => {
  test('arrive one after another, in order', async () => {
    const { hub, account } = await start()
    const ids = makeIds(3)
    const { report } = await add(
      account,
      ids.map((id) => paperOf(id)),
    )
    expect(inCollection(hub)).toEqual(ids)
    expect(report).toMatchObject({
      ...{ state: 'done', text: 'Added 3 papers to “Reading”.', missing: [] },
      link: { href: `${hub.url}/collections/ada/reading-1` },
    })
  })

  test('that are in it already count as there', async () => {
    const { hub, account } = await start()
    hub.collections[0]?.items.push({ id: '2608.00002' })
    const { report } = await add(
      account,
      makeIds(3).map((id) => paperOf(id)),
    )
    expect(report.text).toBe('Added 2 papers to “Reading”. 1 was there already.')
    const again = await add(account, [paperOf('2608.00002')])
    expect(again.report.text).toBe('It was in “Reading” already.')
    expect(hub.collections[0]?.items).toHaveLength(3)
  })

  test('take their notes along only when the reader says so, and cut to what is allowed', async () => {
    const { hub, account } = await start()
    await add(account, [paperOf('2608.00001', 'Mine.')])
    const long = '🧪'.repeat(400)
    await add(account, [paperOf('2608.00002', 'Ours.'), paperOf('2608.00003', long)], {
      withNotes: true,
    })
    const notes = hub.collections[0]?.items.map(({ note }) => note)
    expect(notes?.slice(0, 2)).toEqual([undefined, 'Ours.'])
    expect(notes?.[2]?.length).toBeLessThanOrEqual(500)
    expect(notes?.[2]).toMatch(/^(🧪){249}…$/u)
  })

  test('that Hugging Face has no page for are named, and the others go in', async () => {
    const { hub, account } = await start()
    hub.unknownPapers.add('2608.00002')
    const { report } = await add(
      account,
      makeIds(3).map((id) => paperOf(id)),
    )
    expect(inCollection(hub)).toEqual(['2608.00001', '2608.00003'])
    expect(report.text).toBe(
      'Added 2 papers to “Reading”. 1 paper could not be: Hugging Face has no page for it.',
    )
    expect(report.missing).toEqual([
      {
        ...{ id: '2608.00002', title: 'Paper 2608.00002' },
        reason: 'Hugging Face has no page for it',
      },
    ])
  })

  test('stop when the collection is gone, and not one by one', async () => {
    const { hub, account } = await start()
    hub.collections.length = 0
    const { run, report } = await add(
      account,
      makeIds(3).map((id) => paperOf(id)),
    )
    expect(run.problem).toMatch(/no longer has the collection “Reading”/)
    expect(report).toMatchObject({ state: 'stopped', text: 'Nothing was added to “Reading”.' })
    expect(report.missing).toHaveLength(3)
    expect(hub.requests).toHaveLength(2)
  })

  test.each([
    ['a token that is no longer known', 401, /does not take your token any more.*Set a new one/],
    ['a token that may only read', 403, /may not write to the collection “Reading”/],
  ])('are kept out by %s (%i), and it is told', async (_what, status, says) => {
    const { hub, account } = await start()
    if (status === 401) hub.options.token = 'hf_anotherToken'
    else hub.locked.add(reading.slug)
    const { run, report } = await add(
      account,
      makeIds(2).map((id) => paperOf(id)),
    )
    expect(run.problem).toMatch(says)
    expect(report.state).toBe('stopped')
    expect(hub.requests).toHaveLength(1)
  })

  test('are gone on with where they stopped', async () => {
    const { hub, account } = await start()
    const stop = new AbortController()
    const first = runCollection(
      planCollectionRun(
        reading,
        makeIds(4).map((id) => paperOf(id)),
      ),
      account,
      {
        withNotes: false,
        onStep: ({ added }) => added.length === 2 && stop.abort(),
        signal: stop.signal,
      },
    )
    const stopped = await first
    expect(describeCollection(stopped, false, hub.url)).toMatchObject({ state: 'stopped' })
    expect(inCollection(hub)).toEqual(makeIds(2))
    const { report } = await add(account, [], { from: stopped })
    expect(inCollection(hub)).toEqual(makeIds(4))
    expect(report).toMatchObject({ state: 'done', text: 'Added 4 papers to “Reading”.' })
  })
})

describe('a quota that is used up', () => {
  test('is waited for, told, and then gone on', async () => {
    const { hub, account } = await start({ quota: { requests: 2, seconds: 0 } })
    const { steps, run } = await add(
      account,
      makeIds(3).map((id) => paperOf(id)),
    )
    expect(inCollection(hub)).toEqual(makeIds(3))
    expect(run).toMatchObject({ problem: undefined, waitsUntil: undefined })
    const waiting = steps.find(({ waitsUntil }) => waitsUntil)
    expect(waiting && describeCollection(waiting, true, hub.url).text).toMatch(
      /2 of 3 papers\. Hugging Face asks for a pause; it goes on at /,
    )
  })

  test('is not waited for when the reader stops it', async () => {
    const { hub, account } = await start({ quota: { requests: 1, seconds: 3000 } })
    const stop = new AbortController()
    const ended = runCollection(
      planCollectionRun(
        reading,
        makeIds(3).map((id) => paperOf(id)),
      ),
      account,
      {
        withNotes: false,
        onStep: ({ waitsUntil }) => waitsUntil && stop.abort(),
        signal: stop.signal,
      },
    )
    expect((await ended).open).toHaveLength(2)
    expect(inCollection(hub)).toEqual(['2608.00001'])
  })

  test('is left to the reader when a pause did not help', async () => {
    const pause = vi.spyOn(Date, 'now')
    const url = await serve((_request, response) =>
      response.writeHead(429, { 'Retry-After': '0' }).end('{}'),
    )
    const { run } = await add({ endpoint: url, token: 'hf_token' }, [paperOf('2608.00001')])
    expect(run.problem).toMatch(/asks for a pause/)
    pause.mockRestore()
  })
})

test('no error, and no step of a run, has the token in it', async () => {
  const token = 'hf_verySecretToken'
  const answers: [number, string][] = [
    ...[400, 401, 403, 404, 429, 500].map((status): [number, string] => [status, '{}']),
    [200, '<html>'],
    [200, '[]'],
  ]
  const seen: string[] = []
  for (const [status, body] of answers) {
    const url = await serve((_request, response) =>
      response.writeHead(status, { 'Retry-After': '0' }).end(body),
    )
    const account = { endpoint: url, token }
    const { run, steps, report } = await add(account, [paperOf('2608.00001')])
    seen.push(JSON.stringify([run, steps, report]))
    const error = await fetchUser(account).catch((thrown: unknown) => thrown)
    seen.push(`${describeHubError(error)} ${String(error)} ${(error as Error).stack}`)
    seen.push(`${JSON.stringify(error)} ${String((error as Error).cause)}`)
  }
  expect(seen.join('\n')).not.toContain(token)
})

test('papers of other sites are told to have no place there, and are never sent', async () => {
  const { hub, account } = await start()
  const [known = ''] = makeIds(1)
  const { run } = await add(account, [paperOf('acl:P19-1001'), paperOf(known)])
  expect(run.unknown.map(({ record }) => record.id)).toEqual(['acl:P19-1001'])
  expect(inCollection(hub)).toEqual([known])
  const { report } = await add(account, [paperOf('acl:P19-1001')])
  expect(report.text).toMatch(/no page for it/)
  expect(inCollection(hub)).toEqual([known])
})
