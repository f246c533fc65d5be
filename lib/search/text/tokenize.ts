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
const word = /[\p{L}\p{N}\p{M}]+(?:[-‐‑.'’_][\p{L}\p{N}\p{M}]+)*/gu
const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/u
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
  for (const match of text.matchAll(word)) {
    const start = match.index
    const end = start + match[0].length
    if (isBeyondAscii(match[0]) && cjkRun.test(match[0])) {
      for (const pair of cjkPairs(match[0])) {
        tokens.push({ terms: [pair], position: tokens.length, start, end })
      }
    } else {
      const terms = termsOf(match[0])
      if (terms.length > 0) tokens.push({ terms, position: tokens.length, start, end })
    }
  }
  return tokens
}

/** The terms of one word, the whole word first. */
function termsOf(text: string): string[] {
  // Nine words of ten are plain, and indexing spends its time here.
  if (/^[A-Z]?[a-z]+$/.test(text)) return [text.toLowerCase()]
  const bare = text.replace(/['’]s$/, '').replace(/['’]/g, '')
  const pieces = bare.split(/[-‐‑_]+/).filter(Boolean)
  const whole = foldText(pieces.join(''))
  if (whole === '') return []
  const terms = new Set([whole])
  for (const piece of pieces) {
    if (pieces.length > 1) terms.add(foldText(piece))
    const parts = /^[A-Z]?[a-z]+$/.test(piece) ? [] : piece.split(innerEdge)
    if (parts.length > 1) for (const part of parts) addPart(terms, foldText(part))
  }
  return [...terms]
}

function isBeyondAscii(text: string): boolean {
  return /[^ -~]/.test(text)
}

function addPart(terms: Set<string>, part: string): void {
  if (part.length >= shortestPart || /^\d/.test(part)) terms.add(part)
}

/** Pairs of neighbouring characters; a single one stands for itself. */
function cjkPairs(text: string): string[] {
  const characters = [...foldText(text)]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}
