import { expect, test } from 'vitest'
import { findTitle } from '../../../lib/search/find-title.ts'
import { createFinder } from '../../../lib/search/finder.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'
import { storePapers } from './store-papers.ts'

const titles = [
  'Sparse Upcycling: Training Mixture-of-Experts',
  'Sparse Upcycling',
  'Training Mixture of Experts: Sparse Upcycling',
  'title:Is It?',
  'On $\\mathcal{O}(n)$ \\textbf{Attention} in $L_0$ Norms',
]

async function open() {
  const db = openDatabase()
  await storePapers(
    db,
    titles.map((title, i) => makePaper({ id: `2608.0000${i}`, title })),
  )
  return createFinder(db)
}

test.each([
  ['sparse upcycling – training mixture of experts', '2608.00000'],
  ['Sparse Upcycling', '2608.00001'],
  ['Title: is it', '2608.00003'],
  ['On $\\mathcal{O}(n)$ \\textbf{Attention} in $L_0$ Norms', '2608.00004'],
])('"%s" is found by its title', async (title, id) => {
  expect((await findTitle(await open(), title))?.id).toBe(id)
})

test.each(['Sparse', 'Upcycling Sparse', 'Sparse Upcycling again', '', '…'])(
  '"%s" is the title of none',
  async (title) => expect(await findTitle(await open(), title)).toBeUndefined(),
)
