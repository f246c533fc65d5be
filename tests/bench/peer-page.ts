import { Document, IndexedDB } from 'flexsearch'
import MiniSearch from 'minisearch'
import type { Paper } from '../../lib/model/paper.ts'
import { miniSearchOptions, type Row, toRow } from './minisearch-settings.ts'

/** A search engine as one would use it in a popup: opened, asked, added to and saved. */
interface Peer {
  /** Builds the index of nothing but these papers and saves it. */
  build(papers: Paper[]): Promise<void>
  /** From nothing in memory to the ids of the best. */
  search(query: string): Promise<string[]>
  /** From nothing in memory: adds papers and saves. */
  add(papers: Paper[]): Promise<void>
}

/** What a page would hold on to, so that its heap can be measured. */
let held: unknown

const hitsAtMost = 20

/** MiniSearch has an index in memory, which is saved whole: as text, or as the objects it is of. */
function miniSearch(store: string, isText: boolean): Peer {
  async function load(): Promise<MiniSearch<Row>> {
    const saved = await withStore(store, 'readonly', (rows) => rows.get('index'))
    const index = isText
      ? MiniSearch.loadJSON<Row>(saved as string, miniSearchOptions)
      : MiniSearch.loadJS<Row>(saved as Parameters<typeof MiniSearch.loadJS>[0], miniSearchOptions)
    held = index
    return index
  }
  const save = (index: MiniSearch<Row>) =>
    withStore(store, 'readwrite', (rows) =>
      rows.put(isText ? JSON.stringify(index) : index.toJSON(), 'index'),
    )
  return {
    async build(papers) {
      const index = new MiniSearch(miniSearchOptions)
      index.addAll(papers.map(toRow))
      await save(index)
    },
    async search(query) {
      const found = (await load()).search(query, { prefix: isLastOf, combineWith: 'AND' })
      return found.slice(0, hitsAtMost).map(({ id }) => id)
    },
    async add(papers) {
      const index = await load()
      index.addAll(papers.map(toRow))
      await save(index)
    },
  }
}

/** The last word may still be typed. */
function isLastOf(_: string, i: number, words: string[]): boolean {
  return i === words.length - 1
}

/** FlexSearch keeps its index in IndexedDB by an adapter of its own. */
function flexSearch(): Peer {
  async function open() {
    const index = new Document({
      document: { id: 'id', index: [...miniSearchOptions.fields] },
      tokenize: 'forward',
      commit: false,
    })
    await index.mount(new IndexedDB('flexsearch'))
    held = index
    return index
  }
  async function addTo(papers: Paper[]): Promise<void> {
    const index = await open()
    for (const paper of papers) index.add(toRow(paper))
    await index.commit()
  }
  return {
    build: addTo,
    add: addTo,
    async search(query) {
      const fields = await (await open()).search(query, { limit: hitsAtMost })
      const ids = fields.flatMap(({ result }) => result.map(String))
      return [...new Set(ids)].slice(0, hitsAtMost)
    },
  }
}

function withStore(
  name: string,
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('rows', mode)
      const request = ask(transaction.objectStore('rows'))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    }
  })
}

const peers: Record<string, Peer> = {
  'MiniSearch, JSON': miniSearch('minisearch-json', true),
  'MiniSearch, structured clone': miniSearch('minisearch-clone', false),
  'FlexSearch, IndexedDB': flexSearch(),
}

/** What the bench calls in a page of the extension, each time a fresh one. All times in ms. */
const peerBench = {
  async names(): Promise<string[]> {
    return Object.keys(peers)
  },
  /** Builds it of the papers in a file of the extension. */
  async build(name: string, file: string): Promise<number> {
    const papers: Paper[] = await (await fetch(`/${file}`)).json()
    return timed(() => peers[name]?.build(papers))
  },
  async cold(name: string, query: string): Promise<number> {
    return timed(() => peers[name]?.search(query))
  },
  async add(name: string, papers: Paper[]): Promise<number> {
    return timed(() => peers[name]?.add(papers))
  },
  async bytes(): Promise<number> {
    return (await navigator.storage.estimate()).usage ?? Number.NaN
  },
}

async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

Object.assign(globalThis, { peerBench, held: () => held })

export type PeerBench = typeof peerBench
