/** A formula of a text: where it stands with its delimiters, and what is between them. */
export interface MathRange {
  start: number
  end: number
  tex: string
  isDisplay: boolean
}

/** What is longer was not meant as one. */
const longestFormula = 600

const closers = { '\\(': '\\)', '\\[': '\\]', $$: '$$' } as const

/**
 * The formulas of a text, in order: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. A dollar that is a price, or
 * stands alone, opens none.
 */
export function findMath(text: string): MathRange[] {
  const found: MathRange[] = []
  const opener = /\\[[(]|\\[\s\S]|\$\$?/g
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const [open] = match
    const start = match.index
    const formula =
      open === '$'
        ? inDollars(text, start)
        : open in closers
          ? between(text, start, closers[open as keyof typeof closers])
          : undefined
    if (!formula) continue
    found.push(formula)
    opener.lastIndex = formula.end
  }
  return found
}

function between(text: string, start: number, close: string): MathRange | undefined {
  const near = text.slice(start + 2, start + longestFormula)
  const length = near.indexOf(close)
  const tex = near.slice(0, length).trim()
  if (length < 0 || tex === '') return undefined
  return { start, end: start + length + 4, tex, isDisplay: close !== '\\)' }
}

function inDollars(text: string, start: number): MathRange | undefined {
  const [whole, tex = ''] =
    /^\$((?:[^$\\]|\\[\s\S])+)\$/.exec(text.slice(start, start + longestFormula)) ?? []
  if (!whole || !isFormula(tex, text[start + whole.length] ?? '')) return undefined
  return { start, end: start + whole.length, tex, isDisplay: false }
}

const commands = /\\(?:text\w*|math\w*|operatorname|mbox|emph|boldsymbol)\s*\{[^{}]*\}|\\[a-zA-Z]+/g

/** Tells a formula from the words between two prices; `after` is the character that follows. */
function isFormula(tex: string, after: string): boolean {
  const bare = tex.replace(commands, ' ')
  // Words of two letters stand in formulas, as log and exp do; a row of others is prose.
  const words = bare.match(/(?<![^\s(])[a-zA-Z]{4,}(?![^\s),.;:])/g) ?? []
  if (words.length > 1) return false
  // With a space inside, a dollar is more often one.
  if (/^\s|\s$/.test(tex) && !(/[\\^_]/.test(tex) && !/(?<![^\s(])[a-zA-Z]{3}/.test(bare)))
    return false
  if (/[\\^_]/.test(tex)) return !/^\d/.test(tex) || !/\s[a-zA-Z]{2,}/.test(bare)
  if (/\d/.test(after)) return false
  if (/^[\d.,]/.test(tex)) return !/[a-zA-Z]{2}|[a-zA-Z].*\s|\s.*[a-zA-Z]/.test(tex)
  return /\s/.test(tex) ? !/[a-zA-Z]{3}/.test(tex) : tex.length <= 24
}
