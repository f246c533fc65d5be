import * as v from 'valibot'
import { FeedError } from '../errors.ts'
import { t } from '../i18n.ts'
import { nextLink } from './link-header.ts'
import { type JsonAnswer, requestJson } from './request.ts'

/** Whom to ask in the reader's name. The token goes to this address and to no other. */
export interface HubAccount {
  /** A base such as `https://huggingface.co`, without a slash at its end. */
  endpoint: string
  token: string
}

export interface HubUser {
  name: string
  /** What the token may do: `read`, `write`, `fineGrained`, … */
  role?: string
  /** Organisations the reader is in. */
  organizations: string[]
}

export interface HubCollection {
  /** `owner/title-…`, which names it in every request. */
  slug: string
  title: string
  owner: string
  isPrivate: boolean
}

/** The longest note a collection takes, in characters. */
const longestNote = 500
/** A reader with more collections than this many pages of 100 has to name one anew. */
const maxPages = 10

const slug = v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/))
const user = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  orgs: v.fallback(v.array(v.unknown()), []),
  auth: v.fallback(v.object({ accessToken: v.object({ role: v.string() }) }), {
    accessToken: { role: '' },
  }),
})
const organization = v.object({ name: v.pipe(v.string(), v.nonEmpty()) })
const collection = v.object({
  slug,
  title: v.string(),
  private: v.optional(v.boolean(), false),
})

/** Who the token belongs to. Throws a {@link FeedError}. Source: `GET /api/whoami-v2`. */
export async function fetchUser(account: HubAccount, signal?: AbortSignal): Promise<HubUser> {
  const { body } = await ask(account, '/api/whoami-v2', { signal })
  const read = v.safeParse(user, body)
  if (!read.success) throw unreadable(account)
  const { name, orgs, auth } = read.output
  return {
    name,
    ...(auth.accessToken.role && { role: auth.accessToken.role }),
    organizations: orgs.flatMap((each) => {
      const org = v.safeParse(organization, each)
      return org.success ? [org.output.name] : []
    }),
  }
}

/**
 * The collections of a user or an organisation, private ones included where the token may see
 * them; what cannot be read is left out. Throws a {@link FeedError}. Source: `GET
 * /api/collections?owner=` of the Hub's OpenAPI, with `Link: rel="next"`.
 */
export async function fetchCollections(
  account: HubAccount,
  owner: string,
  signal?: AbortSignal,
): Promise<HubCollection[]> {
  const found: HubCollection[] = []
  let path: string | undefined = `/api/collections?${new URLSearchParams({ owner, limit: '100' })}`
  for (let page = 0; path && page < maxPages; page++) {
    const { body, headers }: JsonAnswer = await ask(account, path, { signal })
    if (!Array.isArray(body)) throw unreadable(account)
    for (const record of body) {
      const read = readCollection(record)
      if (read) found.push(read)
    }
    const next = nextLink(headers.get('Link'), account.endpoint)
    // Only its parameters are taken: the token follows no link to another host.
    path = next && `/api/collections${new URL(next).search}`
  }
  return found
}

/** Whether a collection is still there. Source: `GET /api/collections/{slug}`. */
export async function hasCollection(account: HubAccount, slug: string): Promise<boolean> {
  try {
    await ask(account, `/api/collections/${slug}`)
    return true
  } catch (error) {
    if (error instanceof FeedError && error.status === 404) return false
    throw error
  }
}

/** Makes a collection of the user's. Source: `POST /api/collections`. */
export async function createCollection(
  account: HubAccount,
  wanted: { title: string; namespace: string; isPrivate: boolean },
): Promise<HubCollection> {
  const { title, namespace, isPrivate } = wanted
  const { body } = await ask(account, '/api/collections', {
    body: { title, namespace, private: isPrivate },
  })
  const made = readCollection({ title, private: isPrivate, ...Object(body) })
  if (!made) throw unreadable(account)
  return made
}

/**
 * Puts a paper into a collection; `there` when it was in it already (409). `quietUntil` (ms) is
 * when the next may be asked, if the quota is used up. Throws a {@link FeedError}.
 * Source: `POST /api/collections/{slug}/items`.
 */
export async function addToCollection(
  account: HubAccount,
  slug: string,
  paper: { id: string; note?: string },
): Promise<{ result: 'added' | 'there'; quietUntil?: number }> {
  const note = paper.note && cutNote(paper.note)
  const body = { item: { type: 'paper', id: paper.id }, ...(note && { note }) }
  try {
    const { quietUntil } = await ask(account, `/api/collections/${slug}/items`, { body })
    return { result: 'added', quietUntil }
  } catch (error) {
    if (error instanceof FeedError && error.status === 409) return { result: 'there' }
    throw error
  }
}

function ask(
  { endpoint, token }: HubAccount,
  path: string,
  options: { body?: object; signal?: AbortSignal } = {},
): Promise<JsonAnswer> {
  return requestJson(`${endpoint}${path}`, options.signal, { token, body: options.body })
}

function readCollection(record: unknown): HubCollection | undefined {
  const read = v.safeParse(collection, record)
  if (!read.success) return undefined
  const { slug, title, private: isPrivate } = read.output
  return { slug, title, owner: slug.split('/')[0] ?? '', isPrivate }
}

function cutNote(note: string): string {
  if (note.length <= longestNote) return note
  // A character of two halves is not cut in two.
  const cut = note.slice(0, longestNote - 1).toWellFormed()
  return `${cut.replace(/\ufffd$/, '')}…`
}

function unreadable({ endpoint }: HubAccount): FeedError {
  return new FeedError(t('source.badAnswer', { host: new URL(endpoint).host }))
}
