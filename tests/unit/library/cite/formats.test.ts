import { describe, expect, test } from 'vitest'
import { citationsOf } from '../../../../lib/library/cite/citations.ts'
import { makePaper } from '../../make-paper.ts'

const plain = makePaper({
  id: '2608.00001',
  title: 'A Paper about the Shape of Nothing',
  abstract: 'We do nothing.',
  authors: ['Ada One', 'Ben van der Two'],
  authorCount: 2,
})

const full = makePaper({
  ...{ id: '2608.00002', title: 'BERT & 50% of $O(N)$ -- an X-ray', primaryClass: 'cs.CL' },
  ...{ doi: '10.1000/a_b', abstract: 'We look.', authors: ['Ada One Jr.'], authorCount: 300 },
})
const saved = { paper: full, tags: ['to cite', 'law, tax'], note: 'For *Friday*.\n\n100%' }

test('BibTeX is laid out as arXiv’s export is, to the space', () => {
  expect(citationsOf([{ paper: { ...plain, primaryClass: 'cs.LG' } }], 'bibtex')).toBe(
    `@misc{one2026papershape,
      title={A Paper about the Shape of Nothing}, 
      author={Ada One and Ben van der Two},
      year={2026},
      eprint={2608.00001},
      archivePrefix={arXiv},
      primaryClass={cs.LG},
      url={https://arxiv.org/abs/2608.00001}, 
}
`,
  )
})

test('BibTeX escapes, protects, and carries what the reader wrote', () => {
  expect(citationsOf([saved], 'bibtex')).toBe(
    `@misc{one2026bert50on,
      title={{BERT} \\& 50\\% of {$O(N)$} -- an {X}-ray}, 
      author={One, Jr., Ada and others},
      year={2026},
      eprint={2608.00002},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      doi={https://doi.org/10.1000/a_b},
      keywords={to cite, {law, tax}},
      annote={For *Friday*.

100\\%},
      url={https://arxiv.org/abs/2608.00002}, 
}
`,
  )
})

test('BibLaTeX is an @online with its eprint', () => {
  expect(citationsOf([saved], 'biblatex')).toBe(
    `@online{one2026bert50on,
  title = {{BERT} \\& 50\\% of {$O(N)$} -- an {X}-ray},
  author = {One, Jr., Ada and others},
  date = {2026-08-13},
  eprint = {2608.00002},
  eprinttype = {arXiv},
  eprintclass = {cs.CL},
  pubstate = {prepublished},
  doi = {10.1000/a_b},
  url = {https://arxiv.org/abs/2608.00002},
  keywords = {to cite, {law, tax}},
  annotation = {For *Friday*.

100\\%},
}
`,
  )
})

test('RIS has a line a fact and ends each paper', () => {
  const text = citationsOf([{ paper: plain }, saved], 'ris')
  expect(text.split('\r\n')).toEqual([
    'TY  - UNPB',
    'TI  - A Paper about the Shape of Nothing',
    'AU  - One, Ada',
    'AU  - van der Two, Ben',
    'PY  - 2026',
    'DA  - 2026/08/13/',
    'AB  - We do nothing.',
    'PB  - arXiv',
    'DB  - arXiv.org',
    'AN  - arXiv:2608.00001',
    'UR  - https://arxiv.org/abs/2608.00001',
    'ER  - ',
    '',
    'TY  - UNPB',
    'TI  - BERT & 50% of $O(N)$ -- an X-ray',
    'AU  - One, Ada, Jr.',
    'AU  - others',
    'PY  - 2026',
    'DA  - 2026/08/13/',
    'AB  - We look.',
    'PB  - arXiv',
    'DB  - arXiv.org',
    'AN  - arXiv:2608.00002',
    'M1  - cs.CL',
    'DO  - 10.1000/a_b',
    'UR  - https://arxiv.org/abs/2608.00002',
    'KW  - to cite',
    'KW  - law, tax',
    'N1  - For *Friday*.',
    '',
    '100%',
    'ER  - ',
    '',
  ])
})

test('a note cannot end its paper in RIS', () => {
  const text = citationsOf([{ paper: plain, note: 'Look:\nER  - \nTY  - BOOK' }], 'ris')
  expect(text.match(/^(TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - '])
})

test('CSL-JSON is a list of articles', () => {
  expect(JSON.parse(citationsOf([saved], 'csl-json'))).toEqual([
    {
      id: 'one2026bert50on',
      type: 'article',
      title: 'BERT & 50% of $O(N)$ -- an X-ray',
      author: [{ family: 'One', given: 'Ada', suffix: 'Jr.' }, { literal: 'others' }],
      issued: { 'date-parts': [[2026, 8, 13]] },
      publisher: 'arXiv',
      number: 'arXiv:2608.00002',
      categories: ['cs.CL'],
      DOI: '10.1000/a_b',
      URL: 'https://arxiv.org/abs/2608.00002',
      abstract: 'We look.',
      keyword: 'to cite, law, tax',
      note: 'For *Friday*.\n\n100%',
    },
  ])
  expect(JSON.parse(citationsOf([], 'csl-json'))).toEqual([])
  expect(JSON.parse(citationsOf([saved, saved], 'csl-json'))).toHaveLength(2)
})

test('Markdown is a list of links, with tags and the note quoted below', () => {
  const odd = makePaper({ title: 'Is *this* <b>_[x](y)_?', authors: ['A_B C'] })
  expect(citationsOf([{ paper: plain }, saved, { paper: odd }], 'markdown')).toBe(
    `- [A Paper about the Shape of Nothing](https://arxiv.org/abs/2608.00001). Ada One and Ben van der Two. arXiv:2608.00001, 2026.
- [BERT & 50% of $O(N)$ -- an X-ray](https://arxiv.org/abs/2608.00002). Ada One Jr., et al. arXiv:2608.00002 \\[cs.CL\\], 2026. <https://doi.org/10.1000/a_b>
  Tags: to cite, law, tax

  > For *Friday*.
  >
  > 100%
- [Is \\*this\\* \\<b\\>\\_\\[x\\](y)\\_?](https://arxiv.org/abs/2608.00001). A\\_B C. arXiv:2608.00001, 2026.
`,
  )
})

test('plain text is a reference, and a reader’s note is not part of it', () => {
  expect(citationsOf([{ paper: plain }, saved], 'plain-text')).toBe(
    `Ada One and Ben van der Two (2026). A Paper about the Shape of Nothing. arXiv:2608.00001. https://arxiv.org/abs/2608.00001

Ada One Jr., et al. (2026). BERT & 50% of $O(N)$ -- an X-ray. arXiv:2608.00002 [cs.CL]. doi:10.1000/a_b. https://arxiv.org/abs/2608.00002
`,
  )
})

describe('a paper saved by its id alone', () => {
  const bare = makePaper({ id: '2406.01234', title: '2406.01234', publishedAt: 0 })
  const paper = { ...bare, abstract: '', authors: [], authorCount: 0 }

  test('has the year of its id, and leaves out what is not known', () => {
    const text = citationsOf([{ paper }], 'bibtex')
    expect(text).toContain('@misc{unknown2024240601234,')
    expect(text).toContain('year={2024}')
    expect(text).not.toMatch(/author|primaryClass|doi/)
  })

  test('is cited in every other format, too', () => {
    expect(citationsOf([{ paper }], 'biblatex')).toContain('date = {2024}')
    expect(citationsOf([{ paper }], 'ris')).toContain('PY  - 2024\r\nPB')
    const [item] = JSON.parse(citationsOf([{ paper }], 'csl-json'))
    expect(item).toMatchObject({ issued: { 'date-parts': [[2024]] } })
    expect(item).not.toHaveProperty('author')
    expect(citationsOf([{ paper }], 'plain-text')).toMatch(/^\(2024\)\. 2406\.01234\. arXiv/)
    expect(citationsOf([{ paper }], 'markdown')).toContain('arXiv:2406.01234, 2024.')
  })
})
