import { foldText } from './fold.ts'

/** The words of a query, folded; a word is a run of letters, digits and inner marks. */
export function queryWords(query: string): string[] {
  return foldText(query).match(/[\p{L}\p{N}]+(?:[.\-_'’][\p{L}\p{N}]+)*/gu) ?? []
}
