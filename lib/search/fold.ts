/** Text as it is compared: compatibility forms and accents folded away, lower case. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The words of a query, folded; a word is a run of letters, digits and inner marks. */
export function queryWords(query: string): string[] {
  return foldText(query).match(/[\p{L}\p{N}]+(?:[.\-_'’][\p{L}\p{N}]+)*/gu) ?? []
}
