import type { Clause } from './parse-query.ts'

/** What a part of a query is to what is looked for. */
export type Part = 'word' | 'aside' | 'nothing'

/** Words that make a question of what is looked for. */
const questionWords = new Set(
  'any am could did do does i me my please should there versus vs what who whom whose why would you your'.split(
    ' ',
  ),
)
/** What stands for a part that is a phrase, in a field, or to be left out. */
const other = '"'
// Beginnings and ends of what is asked of people, not of texts: `can you find recent work on …`.
const nouns = '(?:papers?|articles?|works?|research|studies|literature|publications)'
const askedFor =
  '(?:(?:can|could|would|do|did|please|i|you|we|me|am|is|are|there|have|need|want|know|find|show|give|list|looking|search|for|to|any|some|all|a|an|the|good|best|recent|latest|new) )*'
const related = '(?:about|by|for|from|in|of|on|regarding|that|using|where|which|with)'
const beginning = new RegExp(
  `^(?:${askedFor}${nouns} (?=${related} )|(?:find|show|give|tell) me |arxiv )`,
)
const ending = / (?:papers?|arxiv|pdf)$/
const initials = /^(?:\p{L}\.-?)+,?$/u
const year = /^(?:19|20)\d\d[a-z]?$/
const yearInBrackets = /^[([](?:19|20)\d\d[a-z]?[)\]]\W*$/

/**
 * Which parts of a query say what is looked for. `what is lora?`, `lora paper` and `papers about
 * lora` ask for LoRA: their other words are asides, which count where they stand and never decide.
 * Initials and, of a citation, `et al.` and the year say nothing: papers hold whole first names,
 * and abstracts no years of their own.
 */
export function partsOfQuery(clauses: readonly Clause[]): Part[] {
  const words = clauses.map(wordOf)
  const asked = words.join(' ')
  const before = countWords(beginning.exec(asked)?.[0])
  const after = words.length - countWords(ending.exec(asked)?.[0])
  const parts = clauses.map(({ text }, i): Part => {
    const word = words[i] as string
    if (word === other) return 'word'
    if (initials.test(text) || isOfCitation(words, i) || yearInBrackets.test(text)) return 'nothing'
    return i < before || i >= after || questionWords.has(word) ? 'aside' : 'word'
  })
  // Where that is all there is, it is what is looked for.
  return parts.includes('word') ? parts : clauses.map(() => 'word')
}

function wordOf({ text, isPhrase, field, isExcluded }: Clause): string {
  if (isPhrase || field || isExcluded) return other
  return text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

function countWords(text = ''): number {
  return text.split(' ').filter(Boolean).length
}

/** True of `et`, of `al` and of the year that follows. */
function isOfCitation(words: readonly string[], i: number): boolean {
  const isAlAt = (at: number) => words[at - 1] === 'et' && words[at] === 'al'
  return isAlAt(i) || isAlAt(i + 1) || (isAlAt(i - 1) && year.test(words[i] as string))
}
