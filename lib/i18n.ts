import { browser } from 'wxt/browser'
import type { GeneratedI18nStructure as Structure } from '#i18n'

type MessageKey = keyof Structure
/** A text that depends on a number: the file of a language has one message a plural category. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}.other`
    ? Base
    : never
  : never
/** The name of a text in locales/en.yml. */
export type TextKey = Exclude<MessageKey, `${PluralKey}.${Intl.LDMLPluralRule}` | `@@${string}`>

type NamesIn<Key> = Key extends MessageKey
  ? Structure[Key] extends { namedSubstitutions: readonly (infer Name extends string)[] }
    ? Name
    : never
  : never
type Values<Name extends string> = { [N in Name]: string | number }
/** What has to be given for the placeholders of a text; nothing where it has none. */
type Given<Name extends string> = [Name] extends [never] ? [] : [values: Values<Name>]

/** A piece of a text: words, or a place in it for the code to fill (`inside`: what is in <name>). */
export type Piece = string | { name: string; inside?: string }

const found = new Map<string, string>()

/** The message as it is written; the browser is asked once for each. */
function read(key: string): string {
  const known = found.get(key)
  if (known !== undefined) return known
  // The module makes these names of ours; its own reader brings plurals for some languages only.
  const text = browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale')
  found.set(key, text)
  return text
}

/** What the texts are in (BCP 47): English where there is no file for the reader's language. */
export const language = read('language.tag')
const direction = read('language.direction')
/**
 * What dates and numbers are written in: the reader's own kind of the texts' language, as
 * en-GB. Chromium on Linux may say "en-US@posix", which Intl does not take.
 */
export const locale = kindOf(browser.i18n.getUILanguage().split('@')[0] ?? '')

const countFormat = new Intl.NumberFormat(locale)
let rules: Intl.PluralRules | undefined

/** A text in the reader's language; numbers among the values are written as the reader does. */
export function t<Key extends TextKey>(key: Key, ...[values]: Given<NamesIn<Key>>): string {
  return fill(read(key), values)
}

/** A text about a number, in the form that the number asks for; `{count}` in it is the number. */
export function plural<Key extends PluralKey>(
  key: Key,
  count: number,
  ...[values]: Given<Exclude<NamesIn<`${Key}.other`>, 'count'>>
): string {
  return fill(pluralForm(key, count), { count, ...(values as object) })
}

/** The pieces of a text in which the code puts elements; with a count, of its plural form. */
export function pieces(key: TextKey | PluralKey, count?: number): Piece[] {
  const text = count === undefined ? read(key) : pluralForm(key, count)
  const places = /\{(\w+)\}|<(\w+)>(.*?)<\/\2>/g
  const made: Piece[] = []
  let end = 0
  for (const { 0: all, 1: name, 2: tag, 3: inside, index } of text.matchAll(places)) {
    if (index > end) made.push(text.slice(end, index))
    made.push({ name: name ?? tag ?? '', ...(tag && { inside }) })
    end = index + all.length
  }
  if (end < text.length) made.push(text.slice(end))
  return made
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? countFormat.format(value) : isolate(value)
  })
}

/**
 * Keeps a name or a title together, and its stops on its own side, among words that run the other
 * way: between the marks of an isolate (https://unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export function isolate(text: string): string {
  return direction === 'rtl' ? `\u2068${text}\u2069` : text
}

/** Whole sentences, one after the other; what is empty or false is left out. */
export function sentences(...all: readonly (string | false | undefined)[]): string {
  // Chinese and Japanese leave no room between them: their full stop has it.
  return all.filter(Boolean).join(/^(zh|ja)/.test(language) ? '' : ' ')
}

/** Says on a page its title, its language and where its lines start; before it is drawn. */
export function namePage(title: string): void {
  Object.assign(document.documentElement, { lang: language, dir: direction })
  document.title = title
}

// The browsers' own messages know no plurals but "one" and "more"; Intl knows those of them all.
function pluralForm(key: string, count: number): string {
  rules ??= new Intl.PluralRules(language)
  return read(`${key}.${rules.select(count)}`) || read(`${key}.other`)
}

function kindOf(reader: string): string {
  return reader === language || reader.startsWith(`${language}-`) ? reader : language
}
