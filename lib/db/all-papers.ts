import type { Paper } from '../model/paper.ts'
import type { Database } from './database.ts'

/** Every stored paper once, the reader's own copies included. */
export async function allPapers(db: Database): Promise<Paper[]> {
  const [papers, saved] = await Promise.all([db.papers.toArray(), db.saved.toArray()])
  const byId = new Map(saved.map(({ id, record }) => [id, record]))
  for (const paper of papers) byId.set(paper.id, paper)
  return [...byId.values()]
}
