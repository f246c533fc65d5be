/** Files of each format as their programs write them, of papers that there are not. */

export const bibtex = String.raw`% Written by hand
@string{corr = "CoRR"}
@preamble{"\newcommand{\x}{y}"}
@comment{ jabref-meta: @misc{not, eprint={2608.99999}} }

@misc{moreau2026sparse,
      title={Sparse Upcycling -- {M}ixtures from {LLM}s, at \$5 \& 100\% for $O(n^2)$},
      author={Zo\"e Moreau and {\'E}lise Nguy\~{\^e}n and \L{}ukasz Brz\k{e}czyszczykiewicz and S{\o}ren M{\"u}ller-L\"udenscheidt},
      year={2026},
      eprint={2608.13210},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/2608.13210},
}

@article{DBLP:journals/corr/abs-2305-00012,
  author       = {Ada One and
                  {The {BIG} Group} and
                  Two, Bob and
                  Three, Jr., Cleo},
  title        = {Nothing, Measured},
  journal      = corr,
  volume       = {abs/2305.00012},
  year         = {2023},
  eprinttype    = {arXiv},
  eprint       = {2305.00012},
  timestamp    = {Mon, 15 May 2023 18:22:31 +0200},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}

@article{scholar, title="A {"}Quoted{"} Title", author="Four, Dan and others",
  journal={arXiv preprint arXiv:1706.03762}, year=2017 }

@inproceedings(zotero,
  title = {Kept in Zotero},
  author = {Five, Eve},
  abstract = {We keep it,
    and keep it.},
  doi = {10.48550/arXiv.2401.00001},
  keywords = {to cite, attention; attention},
  annote = {Compare with Fig.~3.},
  note = {arXiv:2401.00001 [cs]},
  date-added = {2024-02-03 10:00:00 +0100},
  readstatus = {read}
)

@book{knuth, title = {The {\TeX}book}, author = {Donald E. Knuth}, year = 1984, publisher = {Addison-Wesley}}

@misc{broken, title = {No End, eprint = {2401.00002}

@misc{after, title = {After the broken one}, eprint = {2401.00003}
}
`

export const ris = `TY  - UNPB
TI  - Sparse Upcycling
AU  - Moreau, Zoë
AU  - Brzęczyszczykiewicz, Łukasz
AB  - We keep it,
and keep it.
KW  - to cite
KW  - attention
N1  - Compare with Fig. 3.
DA  - 2026/08/13/
UR  - https://arxiv.org/abs/2608.13210v2
ER  - 

TY  - JOUR
T1  - Of a journal
A1  - One, Ada
DO  - 10.1000/182
ER  - 
TY  - JOUR
T1  - Without an end
JO  - arXiv preprint arXiv:1706.03762
`

export const csl = JSON.stringify(
  [
    {
      id: 'http://zotero.org/items/1',
      type: 'article',
      title: 'Sparse Upcycling',
      author: [
        { family: 'Moreau', given: 'Zoë' },
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { literal: 'The BIG Group' },
      ],
      abstract: 'We keep it.',
      DOI: '10.48550/arXiv.2608.13210',
      issued: { 'date-parts': [[2026, 8, 13]] },
      keyword: 'to cite, attention',
      note: 'arXiv:2608.13210 [cs]',
    },
    { id: 'b', type: 'article-journal', title: 'Of a journal', DOI: '10.1000/182' },
    { id: 'c', type: 'article', title: 'By its number', number: 'arXiv:1706.03762' },
  ],
  null,
  2,
)

export const paperMemory = JSON.stringify(
  {
    'Arxiv-2608.13210': {
      addDate: '2026-08-14T08:34:59.825Z',
      author: 'Zoë Moreau and Łukasz Brzęczyszczykiewicz',
      bibtex: '@misc{moreau2026sparse, title={Sparse Upcycling}, eprint={2608.13210}}',
      code: {},
      codeLink: 'https://github.com/moreau/upcycling',
      count: 3,
      favorite: true,
      favoriteDate: '2026-08-15T08:00:00.000Z',
      id: 'Arxiv-2608.13210',
      key: 'moreau2026sparse',
      lastOpenDate: '2026-08-16T08:26:57.115Z',
      md: '[Sparse Upcycling](https://arxiv.org/pdf/2608.13210.pdf)',
      note: 'Accepted @ NOWHERE 2026 -- [dblp.org]',
      pdfLink: 'https://arxiv.org/pdf/2608.13210.pdf',
      source: 'arxiv',
      tags: ['to cite', 'attention'],
      title: 'Sparse  Upcycling',
      venue: 'NOWHERE',
      year: '2026',
    },
    'OpenReview-nowhere-2025_aB_12': {
      addDate: '2025-08-14T08:34:59.825Z',
      author: 'Ada One',
      bibtex: '@article{one, title={Elsewhere, Too}, eprint={2501.00007}, archivePrefix={arXiv}}',
      codeLink: '',
      favorite: false,
      id: 'OpenReview-nowhere-2025_aB_12',
      note: '',
      pdfLink: 'https://openreview.net/pdf?id=aB_12',
      source: 'openreview',
      tags: [],
      title: 'Elsewhere, Too',
      year: '2025',
    },
    'ACL-ACL-2020_2020.acl-main.405': {
      addDate: '2022-08-29T08:34:59.825Z',
      author: 'Ada One',
      bibtex: '@inproceedings{one, doi = {10.18653/v1/2020.acl-main.405}}',
      id: 'ACL-ACL-2020_2020.acl-main.405',
      pdfLink: 'https://aclanthology.org/2020.acl-main.405.pdf',
      tags: [],
      title: 'In an Anthology',
    },
    __dataVersion: 701,
  },
  null,
  4,
)

export const idList = `# To read
2608.13210
arXiv:1706.03762v7, and https://huggingface.co/papers/2305.00012?x=1 too

- [Nothing, Measured](https://www.alphaxiv.org/abs/2401.00001v1)
https://doi.org/10.48550/arXiv.2401.00003
https://openreview.net/forum?id=aB_12
hep-th/9901001
https://example.org/a-paper
`
