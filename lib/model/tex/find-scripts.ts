/** An index of a text: where it stands with its `^` or `_` and braces, and what it says. */
export interface ScriptRange {
  kind: 'sup' | 'sub'
  start: number
  end: number
  text: string
}

const braced = String.raw`\{(?<braced>[^{}\\\n$]{1,32})\}`
const number = String.raw`(?<number>[-+−]?\d+(?:\.\d+)?)`
const oneLetter = String.raw`(?<letter>\p{L}(?![\p{L}\p{N}_]))`

/** Raised is what follows a `^` behind a letter, a number or a bracket. */
const raised = String.raw`(?<=[\p{L}\p{N})\]}|'∑])\^(?:${braced}|${number}|${oneLetter}|(?<sign>[*+⋆†′∗⊤]))`

/**
 * Lowered is what follows a `_`, which also joins the words of names: so without braces only a
 * number or one letter behind one letter, or a word behind a Greek one. `f_i`, `L_2` and `π_RL`
 * are indices; `float8_e4m3`, `GPT_4`, `d_model` and `v4_v5` are names.
 */
const lowered = [
  String.raw`(?<=(?<![\p{L}\p{N}_.]|\d\.)\p{L}|(?<!\p{L})log|[∑}])_(?<digits>\d+(?:\.\d+)?)(?![\p{L}\p{N}_]|\.[a-z])`,
  String.raw`(?<=(?<![\p{L}\p{N}_])\p{L}|[∑}])_(?<one>\p{L})(?![\p{L}\p{N}_(]|\.[a-z])`,
  String.raw`(?<=(?<![\p{L}\p{N}_])[Α-ωℓ])_(?<word>\p{L}{2,12})(?![\p{N}_(]|\.[a-z])`,
  String.raw`(?<=(?<![\p{L}\p{N}_])[A-Z])_(?<capitals>[A-Z]{2,3})(?![\p{L}\p{N}_(]|\.[a-z])`,
  String.raw`(?<=[\p{L}\p{N})\]}∑])_\{(?<inBraces>[^{}\\\n$]{1,32})\}`,
].join('|')

const scripts = new RegExp(`${raised}|${lowered}`, 'gu')

/** Addresses, names of files and code, in which these signs are what they are. */
const asWritten =
  /(?:https?:\/\/|www\.)\S+|[\w.-]{1,60}\.(?:com|org|io|net|ai|dev|edu|co|app|py|json|md|cpp|txt|yaml)\b\S*|(?<!`)`[^`]+`/g

/** The sub- and superscripts of a text that has no formula, in order. */
export function findScripts(text: string): ScriptRange[] {
  if (!/[\^_]/.test(text)) return []
  const names = [...text.matchAll(asWritten)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }))
  const found: ScriptRange[] = []
  for (const match of text.matchAll(scripts)) {
    const start = match.index
    if (names.some((name) => name.start <= start && start < name.end)) continue
    if (match.groups?.inBraces && isInName(text, start)) continue
    const said = Object.values(match.groups ?? {}).find((group) => group !== undefined) ?? ''
    found.push({
      kind: match[0].startsWith('^') ? 'sup' : 'sub',
      start,
      end: start + match[0].length,
      text: said.replace(/^-/, '−'),
    })
  }
  return found
}

/** Tells whether the word before a place is joined of words already: `file_name_{i}`. */
function isInName(text: string, at: number): boolean {
  const [word = ''] = /\S*$/.exec(text.slice(Math.max(0, at - 40), at)) ?? []
  return /[\p{L}\p{N}]{2}_[\p{L}\p{N}]/u.test(word)
}
