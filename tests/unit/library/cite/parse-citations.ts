import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { Cite } from '@citation-js/core'
import { type Creator, parse } from '@retorquere/bibtex-parser'

/** An entry as a real parser reads it. */
export interface ParsedEntry {
  type: string
  key: string
  fields: Record<string, string>
  authors: Creator[]
  keywords: string[]
}

/** Reads BibTeX or BibLaTeX; throws what the parser complains of, but for words of mathematics. */
export function parseTex(text: string): ParsedEntry[] {
  const { errors, entries } = parse(text, { sentenceCase: false })
  const problems = errors.filter(({ error }) => !/unhandled macro/.test(error))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return entries.map(({ type, key, fields }) => {
    const { author = [], keywords = [], ...others } = fields
    return { type, key, fields: others as Record<string, string>, authors: author, keywords }
  })
}

/** The fields as they stand in the file. */
export function parseRaw(text: string): Record<string, string>[] {
  return parse(text, { raw: true, sentenceCase: false }).entries.map(
    ({ fields }) => fields as unknown as Record<string, string>,
  )
}

/** Reads RIS or CSL-JSON by citation-js into items of CSL-JSON. */
export function parseByCitationJs(text: string, forceType: string): Record<string, unknown>[] {
  return new Cite(text, { forceType }).data
}

/**
 * A text as far as any parser gives it back: without mathematics, which they take apart, without
 * the tags they make of styles, and with one kind of dash and quotation mark, since TeX makes
 * others of `--` and of two apostrophes.
 */
export function comparable(text: string): string {
  return text
    .replace(/<(?:p|br)>/g, ' ')
    .replace(/<\/?(?:i|b|em|sc|span|sup|sub)\b[^<>]*>/g, '')
    .normalize('NFKC')
    .replace(/\u0332/g, '')
    .replace(/[–—‒―−]|-{2,3}/g, '-')
    .replace(/[“”„«»]|``|''|"|,,/g, '"')
    .replace(/[‘’‚`′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
