import { findMath } from './tex/find-math.ts'

/** A run of text in a note, or what is set apart in it. */
export type Inline =
  | string
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'code'; text: string }
  /** With the dollars that it stands between. */
  | { kind: 'math'; text: string }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'break' }

/** A paragraph, a list, a quotation, a heading or lines of code. */
export type Block =
  | { kind: 'paragraph' | 'heading'; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; text: string }

/** Quotations within quotations are read so deep. */
const deepest = 4

/**
 * Reads the part of Markdown that notes are written in: paragraphs, lists, headings, quotations,
 * code, emphasis, formulas in dollars, and links to http(s) addresses. All else is text as it was
 * typed: there is no HTML, no picture, and nothing is ever an error.
 */
export function parseMarkdown(text: string, depth = 0): Block[] {
  const blocks: Block[] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const linesWhile = (goesOn: (line: string, i: number) => boolean) => {
      let end = at
      while (end < lines.length && goesOn(lines[end] as string, end - at)) end++
      return lines.slice(at, end)
    }
    if (line.trim() === '') at++
    else if (/^\s*```/.test(line)) {
      const inside = linesWhile((each, i) => i === 0 || !/^\s*```\s*$/.test(each)).slice(1)
      blocks.push({ kind: 'code', text: inside.join('\n') })
      at += inside.length + 2
    } else if (listItem.test(line)) {
      const items = linesWhile((each, i) => listItem.test(each) || isContinued(each, i))
      blocks.push(readList(items))
      at += items.length
    } else if (/^\s*>/.test(line) && depth < deepest) {
      const quoted = linesWhile((each) => /^\s*>/.test(each))
      const inside = quoted.map((each) => each.replace(/^\s*> ?/, ''))
      blocks.push({ kind: 'quote', children: parseMarkdown(inside.join('\n'), depth + 1) })
      at += quoted.length
    } else if (heading.test(line)) {
      blocks.push({ kind: 'heading', children: parseInline(line.replace(heading, '')) })
      at++
    } else {
      const words = linesWhile((each, i) => i === 0 || isContinued(each, i))
      blocks.push({ kind: 'paragraph', children: parseInline(words.join('\n')) })
      at += words.length
    }
  }
  return blocks
}

const listItem = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+/
const heading = /^\s*#{1,6}\s+/

/** True of a line that goes on with the paragraph or the item before it. */
function isContinued(line: string, i: number): boolean {
  if (i === 0 || line.trim() === '') return false
  return !listItem.test(line) && !heading.test(line) && !/^\s*(>|```)/.test(line)
}

function readList(lines: readonly string[]): Block {
  const items: string[] = []
  for (const line of lines) {
    if (listItem.test(line)) items.push(line.replace(listItem, ''))
    else items.push(`${items.pop()}\n${line.trim()}`)
  }
  const isOrdered = listItem.exec(lines[0] as string)?.[1] !== undefined
  return { kind: 'list', isOrdered, items: items.map((item) => parseInline(item)) }
}

// What may be set apart, in the order in which it is looked for at a place. Each ends where it
// can end first, and within a thousand characters: a note full of marks that never end is read in
// steps that grow with its length.
const inline = new RegExp(
  [
    /\\(?<escaped>[\\`*_[\]()#>~$-])/,
    /(?<ticks>`+)(?<code>[^`]+)\k<ticks>(?!`)/,
    /(?<dollar>\$)/,
    /\[(?<label>[^[\]]*)\]\((?<href>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/,
    /(?<url>https?:\/\/[^\s<>"'`*\]]*[^\s<>"'`*\].,;:!?)])/,
    /(?<strong>\*\*|__)(?=\S)(?<bold>[^\n]{0,999}?\S)\k<strong>(?!\*)/,
    /(?<mark>(?<![\p{L}\p{N}])_(?=[^\s_])(?<under>[^\n]{0,999}?[^\s_])_(?![\p{L}\p{N}]))/u,
    /\*(?=[^\s*])(?<star>[^\n]{0,999}?[^\s*])\*/,
    / *(?<line>\n) */,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

// From where is said anew each time: what is within a match is read before what follows it.
function inlineFrom(at: number, text: string): RegExpExecArray | null {
  inline.lastIndex = at
  return inline.exec(text)
}

function parseInline(text: string, depth = 0): Inline[] {
  const runs: Inline[] = []
  const push = (run: Inline) => {
    // Neighbouring texts are one.
    if (typeof run === 'string' && typeof runs.at(-1) === 'string') runs.push(`${runs.pop()}${run}`)
    else if (run !== '') runs.push(run)
  }
  const within = (inside: string) => (depth < deepest ? parseInline(inside, depth + 1) : [inside])
  const formulas = new Map(findMath(text).map(({ start, end }) => [start, text.slice(start, end)]))
  let at = 0
  for (let match = inlineFrom(0, text); match; match = inlineFrom(at, text)) {
    const groups = match.groups as Record<string, string | undefined>
    push(text.slice(at, match.index))
    const { escaped, code, dollar, label, href, url, bold, under, star, line } = groups
    const formula = dollar && formulas.get(match.index)
    at = match.index + (formula ?? match[0]).length
    const emphasis = under ?? star
    if (escaped !== undefined) push(escaped)
    else if (code !== undefined) push({ kind: 'code', text: code })
    else if (dollar !== undefined) push(formula ? { kind: 'math', text: formula } : dollar)
    else if (label !== undefined) {
      const address = webAddress(href ?? '')
      if (address) push({ kind: 'link', href: address, children: within(label || address) })
      else push(match[0])
    } else if (url !== undefined) {
      const address = webAddress(url)
      push(address ? { kind: 'link', href: address, children: [url] } : url)
    } else if (bold !== undefined) push({ kind: 'strong', children: within(bold) })
    else if (emphasis !== undefined) push({ kind: 'emphasis', children: within(emphasis) })
    else if (line !== undefined) push({ kind: 'break' })
  }
  push(text.slice(at))
  return runs
}

/** The address of a page of the web; undefined for any other. */
function webAddress(text: string): string | undefined {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
