import { indexedNames, symbols } from './symbols.ts'

const nameOf = (name: string) => symbols.get(name) ?? name

const beforeIndex = new RegExp(`(?<![\\p{L}\\p{N}_\\\\])(${indexedNames})(?=[_^])`, 'gu')
const bracedNames = new RegExp(
  `\\{(?:(sim|approx|times|circ|deg)|(?<![\\p{L}\\p{N}]\\{)(${indexedNames}))\\}(?!\\{)`,
  'gu',
)

/**
 * Writes out what Hugging Face leaves of formulas: it takes the dollars and most backslashes out
 * of titles and abstracts, so that `$1.45\times$` comes as "1.45times" and `$\pi_0$` as "pi_0".
 * Only what is no word of its own where it stands is changed. `text` has no formula and no URL.
 */
export function writeOutLeftovers(text: string): string {
  return text
    .replace(/\^\{?(?:circ|deg|°)\}?(?=times\d|[^a-z]|$)/g, '°')
    .replace(bracedNames, (_, sign?: string, letter?: string) => nameOf(sign ?? letter ?? ''))
    .replace(/(?<=[\d°])times(?![a-z])/g, '×')
    .replace(/(?<![\p{L}\p{N}])sim ?(?=\d[\d.,]*(?:[%KMBk×∼]|\\%|\s))/gu, '∼')
    .replace(/(?<![\p{L}\p{N}])approx(?=\d)/gu, '≈')
    .replace(/(?<![\p{L}\p{N}\\])(leq|geq|neq)(?=[\s\d])/gu, nameOf)
    .replace(/(?<=[^\p{L}\\]|[A-Z])(?:left)?rightarrow(?![a-z])/gu, nameOf)
    .replace(/(?<=[\d%)] ?)(?:up|down)arrow(?![a-z])/g, nameOf)
    .replace(beforeIndex, nameOf)
    .replace(/\^(top|star|prime|dagger|ast)(?![a-z])/g, (_, name: string) => `^${nameOf(name)}`)
    .replace(/\{([A-Z]{1,3})\}(?=[_^])/g, '$1')
}
