import { foldText } from './fold.ts'

/** A word of a text: the terms it is found by, its place among the words, and where it stands. */
export interface Token {
  /** The whole word first, then its parts; all folded. */
  terms: string[]
  /** Counted from 0. */
  position: number
  /** Offsets in the text. */
  start: number
  end: number
}

// A word: letters and digits, with hyphens, dots, apostrophes and underscores inside.
const anyWord = /[\p{L}\p{N}\p{M}]+(?:[-‐‑.'’_][\p{L}\p{N}\p{M}]+)*/gu
// The same in plain ASCII, which most texts are: a quarter of the time.
const asciiWord = /[A-Za-z0-9]+(?:[-.'_][A-Za-z0-9]+)*/g
// Nine words of ten, which are one term as they are.
const plainWord = /^[A-Z]?[a-z]+$/
// What long and voiced kana are written with belongs to several scripts, and so to none: ー, ゙, ゚.
const kanaMarks = '\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f'
const cjk = `\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}${kanaMarks}`
const anyCjk = new RegExp(`[${cjk}]`, 'u')
const cjkOrOther = new RegExp(`(?<cjk>[${cjk}]+)|[^${cjk}]+`, 'gu')
// Where one part of a model's name ends and the next begins: DeepSeek, GPT4o, Qwen2.5.
const innerEdge = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{2})(?=\p{N})|(?<=\p{N})(?=\p{L}{2})/u
/** Shorter parts say nothing: `LoRA` is not about "lo" and "ra". */
const shortestPart = 3

/**
 * The words of a text, each with the terms it is found by. `few-shot` is found as fewshot,
 * few and shot; `Llama-3.1` as llama3.1, llama and 3.1; `DeepSeek` as deepseek, deep and seek;
 * a run of CJK characters as its pairs.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const word = isBeyondAscii(text) ? anyWord : asciiWord
  for (const match of text.matchAll(word)) {
    for (const { terms, from, to } of partsOf(match[0])) {
      const position = tokens.length
      tokens.push({ terms, position, start: match.index + from, end: match.index + to })
    }
  }
  return tokens
}

/**
 * Calls back for every term of a text, as {@link tokenize} gives them, and returns the number of
 * words: what indexing needs of it, in less than half the time.
 */
export function eachTerm(text: string, visit: (term: string) => void): number {
  let count = 0
  for (const word of text.match(isBeyondAscii(text) ? anyWord : asciiWord) ?? []) {
    if (plainWord.test(word)) {
      count++
      visit(word.toLowerCase())
      continue
    }
    for (const { terms } of partsOf(word)) {
      count++
      for (const term of terms) visit(term)
    }
  }
  return count
}

/** True of a text with a character of a script that is written without spaces. */
export function isCjk(text: string): boolean {
  return anyCjk.test(text)
}

/** The terms of a part of a word, and where in it they stand. */
interface Part {
  terms: string[]
  from: number
  to: number
}

/** A word of several scripts in its runs, those of CJK in pairs: `图像GPT` has no space in it. */
function partsOf(word: string): Part[] {
  if (!isBeyondAscii(word)) return wholeOf(word, 0)
  return [...word.matchAll(cjkOrOther)].flatMap(({ 0: run, index, groups }) =>
    groups?.cjk === undefined ? wholeOf(run, index) : cjkPairs(run, index),
  )
}

function wholeOf(text: string, at: number): Part[] {
  const terms = termsOf(text)
  return terms.length > 0 ? [{ terms, from: at, to: at + text.length }] : []
}

/** The terms of one word, the whole word first. */
function termsOf(text: string): string[] {
  if (plainWord.test(text)) return [text.toLowerCase()]
  const bare = text.replace(/['’]s$/, '').replace(/['’]/g, '')
  const pieces = bare.split(/[-‐‑_]+/)
  const whole = foldText(pieces.join(''))
  if (whole === '') return []
  const terms = [whole]
  for (const piece of pieces) {
    if (pieces.length > 1) addTerm(terms, foldText(piece))
    const parts = plainWord.test(piece) ? [] : piece.split(innerEdge)
    if (parts.length > 1) for (const part of parts) addPart(terms, foldText(part))
  }
  return terms
}

function isBeyondAscii(text: string): boolean {
  return /[^ -~]/.test(text)
}

function addPart(terms: string[], part: string): void {
  if (part.length >= shortestPart || /^\d/.test(part)) addTerm(terms, part)
}

function addTerm(terms: string[], term: string): void {
  if (term !== '' && !terms.includes(term)) terms.push(term)
}

/** Pairs of neighbouring characters; a single one stands for itself. */
function cjkPairs(text: string, at: number): Part[] {
  const written = [...text]
  const characters = [...foldText(text)]
  const whole = { from: at, to: at + text.length }
  if (characters.length < 2) return [{ terms: characters, ...whole }]
  // Half of a syllable or a mark may have become one with its neighbour: then nobody can tell.
  const isAsWritten = written.length === characters.length
  let from = at
  return characters.slice(1).map((second, i) => {
    const first = characters[i] as string
    const length = (written[i] ?? '').length
    const to = from + length + (written[i + 1] ?? '').length
    const place = isAsWritten ? { from, to } : whole
    from += length
    return { terms: [`${first}${second}`], ...place }
  })
}
