import type { Paper } from '../model/paper.ts'
import type { Finder } from './finder.ts'
import { cleanTex } from './text/clean-tex.ts'
import { plainText } from './text/fold.ts'

/** Papers of the same words in another order may come before the right one. */
const lookedThrough = 40

/** True for titles that differ in no more than case, accents, spaces and punctuation. */
export function isSameTitle(one: string, other: string): boolean {
  return plainText(one) === plainText(other)
}

/** The stored paper with a title, found through the index; undefined when there is none. */
export async function findTitle(finder: Finder, title: string): Promise<Paper | undefined> {
  const words = plainText(cleanTex(title)).trim()
  if (words === '') return undefined
  const { papers } = await finder.find(words, lookedThrough)
  return papers.find((paper) => isSameTitle(paper.title, title))
}
