import type { Paper } from '../model/paper.ts'
import type { Finder } from '../search/finder.ts'

/** Papers that the palette offers at most: it is for going to one, not for reading through many. */
const offered = 6

/** The best papers for a few letters; none for what is too short to mean one. */
export async function findPapers(
  finder: Finder,
  text: string,
  signal: AbortSignal,
): Promise<Paper[]> {
  if (text.trim().length < 2) return []
  return (await finder.find(text, offered, signal)).papers
}
