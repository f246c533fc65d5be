import { expect, test } from 'vitest'
import { citationsOf } from '../../../../lib/library/cite/citations.ts'
import { placeholderRecord } from '../../../../lib/model/placeholder.ts'
import { makePaper } from '../../make-paper.ts'
import { anthologyPaper, journalPaper, reviewedPaper } from '../../papers-of-sites.ts'

const cite = (paper: typeof anthologyPaper, format: Parameters<typeof citationsOf>[1]) =>
  citationsOf([{ paper: makePaper(paper) }], format)

test('a paper in proceedings is cited as one', () => {
  expect(cite(anthologyPaper, 'bibtex')).toBe(`@inproceedings{one2024zebrascorpusstudy,
      title={On Zebras: A Corpus Study}, 
      author={Ada One and Ben van der Two},
      booktitle={Proceedings of the 62nd Meeting on Zebras (Volume 1: Long Papers)},
      year={2024},
      month=aug,
      doi={10.18653/v1/2024.acl-long.12},
      url={https://aclanthology.org/2024.acl-long.12/}, 
}
`)
  expect(cite(anthologyPaper, 'ris').split('\r\n')).toEqual([
    'TY  - CPAPER',
    'TI  - On Zebras: A Corpus Study',
    'AU  - One, Ada',
    'AU  - van der Two, Ben',
    'PY  - 2024',
    'DA  - 2024/08//',
    'T2  - Proceedings of the 62nd Meeting on Zebras (Volume 1: Long Papers)',
    'AB  - We count stripes in treebanks.',
    'DB  - ACL Anthology',
    'DO  - 10.18653/v1/2024.acl-long.12',
    'UR  - https://aclanthology.org/2024.acl-long.12/',
    'ER  - ',
    '',
  ])
  expect(cite(anthologyPaper, 'plain-text')).toBe(
    'Ada One and Ben van der Two (2024). On Zebras: A Corpus Study. Proceedings of the 62nd Meeting on Zebras (Volume 1: Long Papers). doi:10.18653/v1/2024.acl-long.12. https://aclanthology.org/2024.acl-long.12/\n',
  )
})

test('one without a venue is cited by its page, with nothing of arXiv', () => {
  const text = cite(reviewedPaper, 'bibtex')
  expect(text).toMatch(/^@misc\{three2023stripedattention,/)
  expect(text).toContain('url={https://openreview.net/forum?id=aB_-c--9}')
  expect(text).not.toMatch(/eprint|arxiv/i)
  expect(cite(reviewedPaper, 'biblatex')).toMatch(/^@online\{[\s\S]*date = \{2023-09-22\}/)
  expect(cite(reviewedPaper, 'biblatex')).not.toMatch(/eprint|pubstate/)
  expect(JSON.parse(cite(reviewedPaper, 'csl-json'))).toMatchObject([
    { type: 'article', publisher: 'OpenReview', issued: { 'date-parts': [[2023, 9, 22]] } },
  ])
  expect(cite(reviewedPaper, 'markdown')).toBe(
    '- [Striped Attention](https://openreview.net/forum?id=aB_-c--9). Cleo Three. OpenReview aB\\_-c--9, 2023.\n',
  )
})

test('one in a journal is an article', () => {
  expect(cite(journalPaper, 'bibtex')).toMatch(/^@article\{[\s\S]*journal=\{Transactions on Zebra/)
  expect(cite(journalPaper, 'bibtex')).not.toContain('month')
  expect(cite(journalPaper, 'biblatex')).toMatch(
    /journaltitle = \{Transactions[\s\S]*date = \{2022\}/,
  )
  expect(cite(journalPaper, 'ris')).toMatch(/^TY {2}- JOUR[\s\S]*DA {2}- 2022\/\/\/\r/)
  expect(JSON.parse(cite(journalPaper, 'csl-json'))).toMatchObject([
    { type: 'article-journal', 'container-title': 'Transactions on Zebra Research' },
  ])
})

test('one that is known by its link alone has no year that nobody told', () => {
  const record = placeholderRecord('openreview:aBc_-123', Date.now())
  const text = citationsOf([{ paper: record }], 'bibtex')
  expect(text).not.toContain('year')
  expect(text).toContain('url={https://openreview.net/forum?id=aBc_-123}')
})
