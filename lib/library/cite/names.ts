import { foldSpace, plainText } from './tex-text.ts'

/** A person by the parts that citations are sorted by, or a name that has none. */
export type Name =
  | { literal: string }
  | { family: string; given?: string; particle?: string; suffix?: string }

/** The names of a paper, and whether it has more authors than are named. */
export interface Names {
  names: Name[]
  hasOthers: boolean
}

/** Words of a name that is not a person's. */
const group =
  /(^|[\s-])(collaboration|team|group|consortium|community|contributors|laborator(y|ies)|labs?|university|institute|foundation|initiative|project|association|society|committee|organi[sz]ation|research)($|\s)/i
const company = /\sAI$/

const suffixes = /^(?:jr|sr)\.?$|^(?:II|III|IV)$/i
const particles =
  /^(?:van|von|vom|der|den|de|het|du|des|del|della|dello|delle|degli|di|da|das|do|dos|e|y|la|las|le|los|lo|ten|ter|te|zu|zum|zur|af|av|al|el|bin|ibn|ben|bint|op|in|'t|’t)$/
/** Those that belong to the family's name when they are written large. Not Di and Da: they are
    Chinese given names, too. */
const largeParticles = /^(?:Van|Von|De|Del|Della|Der|La|Le|Ten|Ter)$/

/**
 * The names as an author list has them, one by one. The lists come from arXiv, whose authors
 * put in "A and B", footnote marks and a colon after their team: those are taken apart as
 * arXiv's own reader does (arxiv-base, arxiv/authors).
 */
export function readNames(authors: readonly string[], authorCount: number): Names {
  const names: Name[] = []
  let hasOthers = authorCount > authors.length
  for (const author of authors.flatMap(splitAuthor)) {
    if (/^(?:et\.?\s*al\.?|(and\s+)?others)$/i.test(author)) hasOthers = true
    else names.push(readName(author))
  }
  return { names, hasOthers }
}

/** "Ada van der Berg Jr." */
export function fullName(name: Name): string {
  if ('literal' in name) return name.literal
  const { given, particle, family, suffix } = name
  return [given, particle, family, suffix].filter(Boolean).join(' ')
}

function isGroup(text: string): boolean {
  return group.test(text) || company.test(text)
}

/** Two words or more and nothing else: nearly every name. */
const plainName = /^[\p{L}.'’-]+(?: [\p{L}.'’-]+)+$/u
const joined = /(?:^| )(?:and|others|al\.?)(?: |$)/i

function splitAuthor(author: string): string[] {
  if (plainName.test(author) && !joined.test(author)) return [author]
  const text = foldSpace(plainText(author).replace(/\\/g, ''))
  const parts = isGroup(text) ? [text] : text.split(/\s*;\s*|(?:^|\s+)(?:and|&)(?:\s+|$)/)
  return parts
    .flatMap((part) => (isList(part) ? part.split(/\s*,\s*/) : [part]))
    .map((part) => part.replace(/\(\s*\)|[*†‡§]+/g, '').replace(/^[\s,;:]+|[\s,;:]+$/g, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** True for whole names between commas; a comma may also stand before "Jr." or "Ada". */
function isList(text: string): boolean {
  const [first = '', second = ''] = text.split(/\s*,\s*/)
  return /\S\s+\S/.test(first) && second !== '' && !suffixes.test(second)
}

function readName(text: string): Name {
  if (isGroup(text)) return { literal: text }
  const [family = '', given, ...rest] = text.split(/\s*,\s*/)
  if (given === undefined) return readNaturalOrder(text)
  if (rest.length === 0 && suffixes.test(given)) return readNaturalOrder(`${family} ${given}`)
  return rest.length === 0 ? { family, given } : { literal: text }
}

function readNaturalOrder(text: string): Name {
  // An initial may be glued to the name after it: J.Smith.
  const tokens = text.replace(/\.(?=\p{Lu}\p{Ll})/gu, '. ').split(' ')
  if (tokens.length === 1) return { family: text }
  if (isCjk(text)) {
    const [family = '', ...given] = tokens
    return { family, given: given.join(' ') }
  }
  const last = tokens.at(-1) ?? ''
  const suffix = tokens.length > 2 && suffixes.test(last) ? tokens.pop() : undefined
  // Another way to write the name, in brackets, stays with it.
  const familyLength = /^\(.*\)$/.test(tokens.at(-1) ?? '') && tokens.length > 2 ? 2 : 1
  const family = tokens.splice(-familyLength)
  const particle: string[] = []
  const isParticle = (token: string) => particles.test(token) || largeParticles.test(token)
  while (tokens.length > 1 && isParticle(tokens.at(-1) ?? '')) particle.unshift(tokens.pop() ?? '')
  // "Van de Sompel" is sorted under V, "de La Fortelle" under L.
  const large = particle.findIndex((token) => largeParticles.test(token))
  const ofFamily = large < 0 ? [] : particle.splice(large)
  return {
    ...(tokens.length > 0 && { given: tokens.join(' ') }),
    ...(particle.length > 0 && { particle: particle.join(' ') }),
    family: [...ofFamily, ...family].join(' '),
    ...(suffix && { suffix }),
  }
}

function isCjk(text: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\s]+$/u.test(text)
}
