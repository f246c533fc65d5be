import { describe, expect, test } from 'vitest'
import { read } from './read.ts'
import { bibtex, csl, idList, paperMemory, ris } from './samples.ts'

/** The line on which a text has a piece, from 1. */
const noId = 'No arXiv id was found in it, and no link to OpenReview or the ACL Anthology.'
const lineOf = (text: string, piece: string) =>
  text.slice(0, text.indexOf(piece)).split('\n').length

const ids = (text: string) => read(text).entries.map(({ id }) => id)

describe('a BibTeX file', () => {
  const { format, entries, unreadable } = read(bibtex)

  test('is known by its content', () => expect(format).toBe('BibTeX'))

  test('gives every paper of arXiv, by eprint, volume, journal and DOI', () => {
    const expected = ['2608.13210', '2305.00012', '1706.03762', '2401.00001', '2401.00003']
    expect(entries.map(({ id }) => id)).toEqual(expected)
  })

  test('has accents, letters, dashes and escapes as text, and formulas as they are', () => {
    expect(entries[0]).toMatchObject({
      title: 'Sparse Upcycling – Mixtures from LLMs, at $5 & 100% for $O(n^2)$',
      authors: [
        'Zoë Moreau',
        'Élise Nguyễn',
        'Łukasz Brzęczyszczykiewicz',
        'Søren Müller-Lüdenscheidt',
      ],
      primaryClass: 'cs.CL',
      line: lineOf(bibtex, '@misc{moreau'),
    })
  })

  test('has names in the order in which they are read, and groups whole', () => {
    expect(entries[1]?.authors).toEqual(['Ada One', 'The BIG Group', 'Bob Two', 'Cleo Three Jr.'])
    expect(entries[2]).toMatchObject({ title: 'A "Quoted" Title', authors: ['Dan Four'] })
  })

  test('has the reader’s tags, note, status and day, not DBLP’s', () => {
    expect(entries[3]).toEqual({
      id: '2401.00001',
      line: lineOf(bibtex, '@inproceedings(zotero'),
      title: 'Kept in Zotero',
      authors: ['Eve Five'],
      abstract: 'We keep it, and keep it.',
      tags: ['to cite', 'attention'],
      note: 'Compare with Fig. 3.',
      savedAt: Date.parse('2024-02-03T10:00:00+01:00'),
      status: 'read',
    })
    expect(entries[1]).not.toHaveProperty('savedAt')
  })

  test('says of what cannot be read the line and the reason, and reads on', () => {
    expect(unreadable).toEqual([
      {
        line: lineOf(bibtex, '@book{knuth'),
        name: 'The TeXbook',
        reason: noId,
      },
      {
        line: lineOf(bibtex, '@misc{broken'),
        name: 'broken',
        reason: 'A brace or quote is not closed before the next entry begins.',
      },
    ])
  })

  test.each([
    ['an entry without a key', '@misc{title={A}, eprint={2401.00001}}'],
    ['a comma that is missing', '@misc{a, title={A}\n eprint={2401.00001}}'],
    ['a last brace that is missing', '@misc{a, eprint={2401.00001}\n@misc{b, title={B}}'],
    ['braces that are escaped', '@misc{a, title={A \\} B}, eprint={2401.00001}}'],
    ['an id as a number', '@misc{a, eprint = 2401.00001}'],
    ['an id with its version', '@misc{a, eprint = "arXiv:2401.00001v3"}'],
    ['pieces that are joined', '@string{p = "2401."} @misc{a, eprint = p # {00001}}'],
    ['Windows’ ends of lines', '@misc{a,\r\n  eprint = {2401.00001}\r\n}\r\n'],
  ])('may have %s', (_what, text) => expect(ids(text)).toEqual(['2401.00001']))

  test('does not take a number of another archive for one of arXiv', () => {
    expect(ids('@misc{a, eprint={2401.00001}, archivePrefix={HAL}}')).toEqual([])
    expect(ids('@article{a, doi={10.1145/3292500.3330701}, number={2401.00001}}')).toEqual([])
  })

  test.each([
    '@misc{a, eprint={hep-th/9901001}, archivePrefix={arXiv}}',
    '@misc{a, eprint={hep-th/9901001v2}, archivePrefix={arXiv}, primaryClass={hep-th}}',
    '@misc{a, url={https://arxiv.org/abs/hep-th/9901001}}',
    '@article{a, journal={arXiv preprint hep-th/9901001}}',
    '@article{a, journal={arXiv:hep-th_9901001}}',
  ])('takes an id of before April 2007: %s', (entry) => {
    expect(ids(entry)).toEqual(['hep-th/9901001'])
  })
})

test('an RIS file gives its papers, with or without an end', () => {
  const { format, entries, unreadable } = read(ris)
  expect(format).toBe('RIS')
  expect(entries).toEqual([
    {
      id: '2608.13210',
      line: 1,
      title: 'Sparse Upcycling',
      authors: ['Zoë Moreau', 'Łukasz Brzęczyszczykiewicz'],
      abstract: 'We keep it, and keep it.',
      publishedAt: Date.UTC(2026, 7, 13),
      tags: ['to cite', 'attention'],
      note: 'Compare with Fig. 3.',
    },
    { id: '1706.03762', line: 19, title: 'Without an end', authors: [], tags: [] },
  ])
  expect(unreadable).toEqual([{ line: 14, name: 'Of a journal', reason: noId }])
})

test('a CSL-JSON file gives its papers, each with its line', () => {
  const { format, entries, unreadable } = read(csl)
  expect(format).toBe('CSL-JSON')
  expect(entries[0]).toEqual({
    id: '2608.13210',
    line: 2,
    title: 'Sparse Upcycling',
    authors: ['Zoë Moreau', 'Ludwig van Beethoven', 'The BIG Group'],
    abstract: 'We keep it.',
    publishedAt: Date.UTC(2026, 7, 13),
    tags: ['to cite', 'attention'],
  })
  expect(entries[1]).toMatchObject({ id: '1706.03762', title: 'By its number' })
  expect(unreadable).toEqual([
    {
      line: lineOf(csl, '"id": "b"') - 1,
      name: 'Of a journal',
      reason: noId,
    },
  ])
})

test('a CSL-JSON file that is cut gives the papers before the cut', () => {
  const { entries, unreadable } = read(csl.slice(0, csl.indexOf('"By its number"')))
  expect(entries.map(({ id }) => id)).toEqual(['2608.13210'])
  expect(unreadable.at(-1)?.reason).toBe('The file ends in the middle of it.')
})

test('an export of PaperMemory gives the papers of arXiv, notes, tags and favourites', () => {
  const { format, entries, unreadable } = read(paperMemory)
  expect(format).toBe('PaperMemory export')
  expect(entries[0]).toEqual({
    id: '2608.13210',
    line: 2,
    title: 'Sparse Upcycling',
    authors: ['Zoë Moreau', 'Łukasz Brzęczyszczykiewicz'],
    repository: 'moreau/upcycling',
    tags: ['to cite', 'attention', 'favorite'],
    note: 'Accepted @ NOWHERE 2026 -- [dblp.org]',
    savedAt: Date.parse('2026-08-14T08:34:59.825Z'),
  })
  expect(entries[1]).toMatchObject({ id: '2501.00007', title: 'Elsewhere, Too' })
  expect(entries[2]).toMatchObject({ id: 'acl:2020.acl-main.405', title: 'In an Anthology' })
  expect(unreadable).toEqual([])
})

test('a list of ids and links may have one or more a line, anywhere in it', () => {
  const { format, entries, unreadable } = read(idList)
  expect(format).toBe('list of arXiv ids')
  expect(entries.map(({ id, line }) => [id, line])).toEqual([
    ['2608.13210', 2],
    ['1706.03762', 3],
    ['2305.00012', 3],
    ['2401.00001', 5],
    ['2401.00003', 6],
    ['openreview:aB_12', 7],
    ['hep-th/9901001', 8],
  ])
  expect(entries[3]?.title).toBe('Nothing, Measured')
  expect(unreadable.map(({ line, name }) => [line, name])).toEqual([
    [9, 'https://example.org/a-paper'],
  ])
})
