import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Paper } from '../../lib/model/paper.ts'
import { createRandom, type SeededRandom } from '../support/feed/seeded-random.ts'
import { samplePapers } from '../unit/search/sample-papers.ts'
import { readCorpus, sharedFolder } from './corpus.ts'

/** A query with the one right answer. */
export interface KnownItem {
  query: string
  id: string
}

/** The ways in which a paper that is known to be there is looked for. */
export const measures = {
  keywords: 'three of its keywords, drawn',
  leading: 'its first three keywords, which are the most general',
  summary: 'its summary in a sentence',
  opening: 'the first ten words of that sentence',
  typos: 'the two rarest words of its title, both misspelt',
  title: 'its title with one word misspelt',
} as const

export type Measure = keyof typeof measures
export type KnownItems = Record<Measure, KnownItem[]>

export const measureNames = Object.keys(measures) as Measure[]

/** What the queries for a known item are made of. */
interface Source {
  id: string
  title: string
  summary: string
  keywords: string[]
}

/** Papers to search in and, by halves, the known items among them. */
interface QualityCorpus {
  name: string
  papers: Paper[]
  /** What parameters are tuned on; what is reported is the other half. */
  tuning: KnownItems
  heldOut: KnownItems
}

/**
 * All the shared known items among `count` papers, the others spread evenly over the corpus;
 * without them, the papers of the sample. Of each half, `itemsAtMost` are asked for.
 */
export function readQualityCorpus(count: number, itemsAtMost = 1000): QualityCorpus {
  const { name, papers, sources } = readKnown(count) ?? readSample()
  const holding = countHolding(papers)
  const half = (parity: number) =>
    toKnownItems(sources.filter((_, i) => i % 2 === parity).slice(0, itemsAtMost), holding, parity)
  return { name, papers, tuning: half(0), heldOut: half(1) }
}

function readKnown(count: number) {
  const file = join(sharedFolder, 'relevance/known-item.jsonl')
  if (!existsSync(file)) return undefined
  const sources = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Source => {
      const { id, title, ai_summary, ai_keywords } = JSON.parse(line)
      return { id, title, summary: ai_summary, keywords: ai_keywords }
    })
  const ids = new Set(sources.map(({ id }) => id))
  const { name, papers } = readCorpus(everything)
  const known = papers.filter(({ id }) => ids.has(id))
  const others = papers.filter(({ id }) => !ids.has(id))
  const wanted = Math.min(others.length, Math.max(0, count - known.length))
  const spread = Array.from(
    { length: wanted },
    (_, i) => others[Math.floor((i * others.length) / wanted)] as Paper,
  )
  return { name, papers: [...known, ...spread], sources }
}

const everything = 1_000_000

/** The sample's own summaries and keywords, which are taken out of what is searched. */
function readSample() {
  const papers = samplePapers()
  return {
    name: 'generated sample',
    papers: papers.map((paper) => ({ ...paper, tldr: '', keywords: [] })),
    sources: papers.map(
      ({ id, title, abstract, tldr = abstract, keywords }): Source => ({
        ...{ id, title, summary: tldr, keywords },
      }),
    ),
  }
}

function toKnownItems(
  sources: readonly Source[],
  holding: ReadonlyMap<string, number>,
  seed: number,
): KnownItems {
  const random = createRandom(seed + 1)
  const items: KnownItems = {
    ...{ keywords: [], leading: [], summary: [], opening: [], typos: [], title: [] },
  }
  for (const { id, title, summary, keywords } of sources) {
    const add = (measure: Measure, parts: readonly string[]) => {
      const query = parts.join(' ').trim()
      // One of the shared items has no keyword but an empty one.
      if (query) items[measure].push({ id, query })
    }
    add('keywords', random.shuffle(keywords).slice(0, 3))
    add('leading', keywords.slice(0, 3))
    add('summary', [summary])
    add('opening', summary.split(' ').slice(0, 10))
    const words = plainWords(title)
    if (words.length < 2) continue
    const byRarity = words.toSorted((a, b) => (holding.get(a) ?? 0) - (holding.get(b) ?? 0))
    const rarest = words.filter((word) => byRarity.indexOf(word) < 2)
    add(
      'typos',
      rarest.map((word) => misspell(word, random)),
    )
    const wrong = random.pick(words)
    const misspelt = misspell(wrong, random)
    add('title', [title.toLowerCase().replace(new RegExp(`\\b${wrong}\\b`), misspelt)])
  }
  return items
}

/** The words of a text that a typo leaves recognisable, once each, in order. */
function plainWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? [])]
}

/** How many papers hold each word. */
function countHolding(papers: readonly Paper[]): Map<string, number> {
  const holding = new Map<string, number>()
  for (const { title, abstract } of papers) {
    for (const word of plainWords(`${title} ${abstract}`)) {
      holding.set(word, (holding.get(word) ?? 0) + 1)
    }
  }
  return holding
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** A word with one letter left out, put in, replaced, or swapped with the next. */
function misspell(word: string, random: SeededRandom): string {
  for (;;) {
    const at = random.between(0, word.length - 1)
    const before = word.slice(0, at)
    const after = word.slice(at + 1)
    const letter = random.pick(letters)
    const misspelt = random.pick([
      before + after,
      before + letter + word[at] + after,
      before + letter + after,
      `${before}${after.slice(0, 1)}${word[at]}${after.slice(1)}`,
    ])
    if (misspelt !== word) return misspelt
  }
}
