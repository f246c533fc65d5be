/**
 * The stem of a folded English word, by light suffix stripping: plurals, -ed, -ing, -ly,
 * -ation and the like. It is used to bring the forms of a word together when a query is
 * read; the index holds every form as it was written, so that the exact one can be preferred.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  let stem = dropPlural(word)
  for (const [suffix, least] of suffixesByEnd.get(stem.at(-1)) ?? []) {
    if (stem.length - suffix.length >= least && stem.endsWith(suffix)) {
      stem = stem.slice(0, -suffix.length)
      break
    }
  }
  if (stem.length > 4 && /([^aeious])\1$/.test(stem)) stem = stem.slice(0, -1)
  return stem.length > 3 ? stem.replace(/[eiy]$/, '') : stem
}

/** Suffix, and how many letters must be left for it to be taken off. */
const suffixes: readonly (readonly [string, number])[] = [
  ['ization', 4],
  ['isation', 4],
  ['ational', 4],
  ['ations', 4],
  ['ation', 4],
  ['izing', 4],
  ['ising', 4],
  ['ingly', 4],
  ['ically', 4],
  ['ized', 4],
  ['ised', 4],
  ['izer', 4],
  ['ness', 4],
  ['ment', 5],
  ['able', 4],
  ['ing', 3],
  ['ize', 4],
  ['ise', 4],
  ['ion', 4],
  ['ors', 4],
  ['ers', 4],
  ['ive', 4],
  ['ity', 4],
  ['ed', 3],
  ['ly', 4],
  ['er', 4],
  ['or', 4],
  ['al', 4],
]

/** By their last letter, so that a word is compared with few. */
const suffixesByEnd = Map.groupBy(suffixes, ([suffix]) => suffix.at(-1))

function dropPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
