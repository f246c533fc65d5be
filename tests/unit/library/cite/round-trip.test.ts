import type { Creator } from '@retorquere/bibtex-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAll } from '../../../../lib/library/bring-in/read-all.ts'
import { citationsOf } from '../../../../lib/library/cite/citations.ts'
import { fullName, type Name, readNames } from '../../../../lib/library/cite/names.ts'
import { type Piece, plainText, readTex } from '../../../../lib/library/cite/tex-text.ts'
import type { CitedPaper } from '../../../../lib/model/citation.ts'
import type { Paper } from '../../../../lib/model/paper.ts'
import { isSiteId, placeOf } from '../../../../lib/model/paper-id.ts'
import { readCorpus } from '../../../bench/corpus.ts'
import { makePaper } from '../../make-paper.ts'
import { samplePapers } from '../../search/sample-papers.ts'
import { comparable, parseByCitationJs, parseRaw, parseTex } from './parse-citations.ts'

// What goes in comes back, by parsers that others wrote, over papers of every kind.

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z][a-z]{0,8}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('BERT', 'LLaMA-2', '3D', 'naïve', 'Erdős–Rényi', '深度'),
  },
  { weight: 2, arbitrary: fc.constantFrom('50%', 'Q&A', '#1', 'a_b', 'x^2', '{', '}', '\\', '$5') },
  { weight: 1, arbitrary: fc.constantFrom('$O(n \\log N)$', '$\\alpha_{1}$', '--', 'a~b', '<b>') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{Nested {braces}}', '\\textit{it}', "\\'{e}t\\'e", '@misc{x,'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }) },
)
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const given = fc.constantFrom('Ada', 'Ben C.', 'Jean-Luc', 'Łukasz', 'İpek', 'Mohamed el', "D'Arcy")
const family = fc.stringMatching(/^[A-Z][a-z]{1,8}(-[A-Z][a-z]{1,5})?$/)
const person = fc
  .tuple(given, fc.constantFrom('', 'van der ', 'de ', 'Van de ', 'dos '), family)
  .map(([first, particle, last]) => `${first} ${particle}${last}`)
const author = fc.oneof(
  { weight: 6, arbitrary: person },
  {
    weight: 1,
    arbitrary: fc.tuple(person, fc.constantFrom(' Jr.', ' III')).map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('OpenAI', 'Gemma Team', '马宇鑫', 'R&D Group', 'Bo_ Li'),
  },
)
const tag = fc.stringMatching(/^[a-z]([ &_-]?[a-z]){0,6}$/)

const cited = fc
  .record({
    title: sentence.filter((text) => plainText(text) !== ''),
    abstract: sentence,
    authors: fc.uniqueArray(author, { minLength: 1, maxLength: 5 }),
    others: fc.nat({ max: 2 }),
    publishedAt: fc.date({
      min: new Date('2007-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    }),
    primaryClass: fc.option(fc.constantFrom('cs.CL', 'math.AG'), { nil: undefined }),
    doi: fc.option(fc.constantFrom('10.1000/a_b', '10.1002/(x)<y>3.0;2-%'), { nil: undefined }),
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    note: fc.option(
      fc
        .tuple(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
        .map(([all, between]) => all.join(between)),
      { nil: undefined },
    ),
  })
  .map(
    ({ others, publishedAt, tags, note, ...paper }): CitedPaper => ({
      paper: makePaper({
        ...paper,
        authorCount: paper.authors.length + others,
        publishedAt: publishedAt.getTime(),
      }),
      ...{ tags, note },
    }),
  )

/** Where a paper of another site appeared, and how exactly it is known when. */
const appeared = fc.record({
  site: fc.constantFrom('acl:2024.acl-long.', 'openreview:a_-'),
  venue: fc.option(
    sentence.filter((text) => plainText(text) !== ''),
    { nil: undefined },
  ),
  isInJournal: fc.constantFrom(undefined, true as const),
  datedTo: fc.constantFrom(undefined, 'month' as const, 'year' as const),
})

const shelf = fc
  .array(fc.tuple(cited, fc.option(appeared, { nil: undefined })), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(([each, place], i) => {
      if (!place) return { ...each, paper: { ...each.paper, id: `2608.${10_000 + i}` } }
      const { site, ...facts } = place
      const { primaryClass: _, ...paper } = each.paper
      return { ...each, paper: { ...paper, ...facts, id: `${site}${10_000 + i}` } }
    }),
  )

const corpus = readCorpus(4000)
const lots: [string, Paper[]][] = [
  ['the generated sample', samplePapers()],
  [`${corpus.papers.length} papers of the ${corpus.name}`, corpus.papers],
]

/** Everything a parser gave back that is not what went in. */
function differences(papers: readonly CitedPaper[]): unknown[] {
  return [
    ...differencesOfTex(papers, 'bibtex'),
    ...differencesOfTex(papers, 'biblatex'),
    ...differencesOfRis(papers),
    ...differencesOfCslJson(papers),
  ]
}

function differencesOfTex(papers: readonly CitedPaper[], format: 'bibtex' | 'biblatex'): unknown[] {
  const text = citationsOf(papers, format)
  const entries = parseTex(text)
  const raw = parseRaw(text)
  if (new Set(entries.map(({ key }) => key)).size !== papers.length) return ['keys', text]
  return papers.flatMap(({ paper, tags = [], note }, i) => {
    const { fields = {}, authors = [], keywords = [], type } = entries[i] ?? {}
    const { names, hasOthers } = readNames(paper.authors, paper.authorCount)
    const year = new Date(paper.publishedAt).getUTCFullYear()
    const isOfArxiv = !isSiteId(paper.id)
    const venue = fields.booktitle ?? fields.journal ?? fields.journaltitle ?? ''
    return unequal(format, {
      type: [type, typesOf(paper)[format]],
      eprint: [fields.eprint, isOfArxiv ? paper.id : undefined],
      archive: [fields.archiveprefix ?? fields.eprinttype, isOfArxiv ? 'arXiv' : undefined],
      class: [fields.primaryclass ?? fields.eprintclass, paper.primaryClass],
      year: [(fields.year ?? fields.date)?.slice(0, 4), String(year)],
      url: [fields.url, placeOf(paper.id).page],
      venue: [withoutMath(paper.venue ?? '') && comparable(venue), withoutMath(paper.venue ?? '')],
      title: [withoutMath(paper.title) && comparable(fields.title ?? ''), withoutMath(paper.title)],
      math: [mathOf(paper.title).filter((tex) => !raw[i]?.title?.includes(tex)), []],
      authors: [authors.map(parsedName), [...names.map(parts), ...(hasOthers ? ['|others|'] : [])]],
      // The parser sorts them.
      keywords: [keywords.toSorted(), tags.toSorted()],
      doi: [fields.doi?.replace(/^https:\/\/doi\.org\//, ''), paper.doi],
      note: [
        note && withoutMath(note) && comparable(fields.annote ?? fields.annotation ?? ''),
        note && withoutMath(note),
      ],
    })
  })
}

function differencesOfRis(papers: readonly CitedPaper[]): unknown[] {
  const items = parseByCitationJs(citationsOf(papers, 'ris'), '@ris/file')
  return papers.flatMap(({ paper, tags = [] }, i) => {
    const { names, hasOthers } = readNames(paper.authors, paper.authorCount)
    const { title, URL: url, author = [], keyword = '', issued } = items[i] as CslItem
    return unequal('ris', {
      title: [title, plainText(paper.title)],
      url: [url, placeOf(paper.id).page],
      authors: [author.map(cslName), [...names.map(fullName), ...(hasOthers ? ['others'] : [])]],
      keywords: [keyword, tags.join(',')],
      date: [issued?.['date-parts'][0], dateParts(paper)],
    })
  })
}

function differencesOfCslJson(papers: readonly CitedPaper[]): unknown[] {
  const items = parseByCitationJs(citationsOf(papers, 'csl-json'), '@else/json')
  return papers.flatMap(({ paper, tags = [], note }, i) => {
    const { names, hasOthers } = readNames(paper.authors, paper.authorCount)
    const item = items[i] as CslItem
    return unequal('csl-json', {
      type: [item.type, typesOf(paper)['csl-json']],
      number: [item.number, isSiteId(paper.id) ? undefined : `arXiv:${paper.id}`],
      venue: [item['container-title'], paper.venue && plainText(paper.venue)],
      url: [item.URL, placeOf(paper.id).page],
      title: [item.title, plainText(paper.title)],
      abstract: [item.abstract ?? '', paper.abstract.replace(/\s+/g, ' ').trim()],
      doi: [item.DOI, paper.doi],
      authors: [
        item.author?.map(cslName) ?? [],
        [...names.map(fullName), ...(hasOthers ? ['others'] : [])],
      ],
      keywords: [item.keyword ?? '', tags.join(', ')],
      note: [item.note, note?.trim() || undefined],
      date: [item.issued?.['date-parts'][0], dateParts(paper)],
    })
  })
}

interface CslItem {
  [field: string]: unknown
  title: string
  URL: string
  author?: Record<string, string>[]
  keyword?: string
  issued?: { 'date-parts': number[][] }
}

function unequal(
  format: string,
  pairs: Record<string, [got: unknown, wanted: unknown]>,
): unknown[] {
  return Object.entries(pairs).flatMap(([field, [got, wanted]]) =>
    JSON.stringify(got) === JSON.stringify(wanted) ? [] : [{ format, field, got, wanted }],
  )
}

const mathOf = (text: string): string[] => readTex(text).flatMap(mathIn)

function mathIn(piece: Piece): string[] {
  if (piece.kind === 'group') return piece.pieces.flatMap(mathIn)
  return piece.kind === 'math' ? [piece.tex.replace(/(?<!\\)[%#]/g, '\\$&')] : []
}

/** Parsers take mathematics apart: a text that has some is compared by that alone. */
function withoutMath(text: string): string {
  const lines = text.split('\n')
  if (lines.flatMap(mathOf).length > 0) return ''
  return comparable(lines.map(plainText).join(' '))
}

/** A name as `given|particle family|suffix`. */
const parts = (name: Name): string =>
  'literal' in name
    ? comparable(name.literal)
    : inParts(name.given, name.particle, name.family, name.suffix)

const parsedName = ({ name, firstName, prefix, lastName, suffix }: Creator): string =>
  name ? comparable(name) : inParts(firstName, prefix, lastName, suffix)

const inParts = (given = '', particle = '', family = '', suffix = ''): string =>
  [given, `${particle} ${family}`, suffix].map(comparable).join('|')

const cslName = (name: Record<string, string>): string =>
  name.literal ??
  [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ')

const dateParts = ({ publishedAt, datedTo }: Paper): number[] => {
  const date = new Date(publishedAt)
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return parts.slice(0, datedTo === 'year' ? 1 : datedTo === 'month' ? 2 : 3)
}

/** What a paper is in each format: one of arXiv, or without a venue, is not published. */
function typesOf({
  venue,
  isInJournal,
}: Paper): Record<'bibtex' | 'biblatex' | 'csl-json', string> {
  if (!venue) return { bibtex: 'misc', biblatex: 'online', 'csl-json': 'article' }
  return isInJournal
    ? { bibtex: 'article', biblatex: 'article', 'csl-json': 'article-journal' }
    : { bibtex: 'inproceedings', biblatex: 'inproceedings', 'csl-json': 'paper-conference' }
}

describe('what goes in comes back', () => {
  test('of any papers with any tags and notes', () => {
    fc.assert(
      fc.property(shelf, (papers) => {
        expect(differences(papers)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test.each(lots)(
    'of %s',
    (_name, papers) => {
      const found: unknown[] = []
      for (let at = 0; at < papers.length; at += 500) {
        found.push(...differences(papers.slice(at, at + 500).map((paper) => ({ paper }))))
      }
      expect(found.slice(0, 20)).toEqual([])
    },
    120_000,
  )
})

test('the lines of a note come back as lines', async () => {
  const note = 'One: 50% of it\nTwo & $x\n= y$\n[Three]\n\n- A list\n- of two'
  for (const format of ['ris', 'bibtex', 'biblatex', 'csl-json'] as const) {
    const { entries } = await readAll(citationsOf([{ paper: makePaper(), note }], format))
    expect(entries[0]?.note, format).toBe(note)
  }
})

test('a note that holds citations brings no other paper back', async () => {
  const inside = ['  - ', ' - ', '-'].flatMap((dash) =>
    ['', ' ', '\n'].map((space) =>
      ['TY', 'AN', 'ER'].map((tag) => `${space}${tag}${dash}arXiv:2401.00009`).join('\n'),
    ),
  )
  for (const each of [...inside, '}}\n@misc{k, eprint={2401.00009}, title={T}}']) {
    const paper = makePaper({ id: '2608.00001' })
    for (const format of ['ris', 'bibtex', 'biblatex', 'csl-json'] as const) {
      const note = `Compare\n${each}\nwith this.`
      const { entries } = await readAll(citationsOf([{ paper, tags: [each], note }], format))
      expect(
        entries.map(({ id }) => id),
        `${format} ${each}`,
      ).toEqual(['2608.00001'])
    }
  }
})
