import type { Facts } from './facts.ts'
import { fullName } from './names.ts'
import { stopWords } from './stop-words.ts'

const titleWords = 4

/**
 * The key arXiv's export gives a paper: the first author's surname, the year and the first four
 * words of the title that are not stop words, in small letters and digits only. As arXiv does, it
 * takes the year of the last version; the first one's where no more is known, as from the feed.
 */
export function arxivKey({ title, authors, revisedYear }: Omit<Facts, 'key'>): string {
  const [first] = authors.names
  const surname = first ? surnameOf(fullName(first)) : 'unknown'
  const words = title.split(' ').filter((word) => !stopWords.has(word.toLowerCase()))
  const key = `${surname}${revisedYear ?? 'unknown'}${words.slice(0, titleWords).join('')}`
  // arXiv leaves ² and the second half of a small İ in its keys, which parsers stumble over.
  return key
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const prefix = '(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)'
const teamName = /[a-z0-9\s]+\s+(?:collaboration|group|team)/i
const prefixedSurname = new RegExp(`^.+?\\s((?:${prefix}\\s){1,2}\\S+)$`, 'i')
const suffixedSurname = /^.*\s(\S+)\s(?:I{1,3}|IV|V|[SJ]r\.?)$/i

/** What arXiv takes for a surname: with up to two particles, and a team's whole name. */
function surnameOf(name: string): string {
  const bare = name.replace(/\s*\(.*?\)/g, ' ').trim()
  return (
    teamName.exec(bare)?.[0] ??
    prefixedSurname.exec(bare)?.[1] ??
    suffixedSurname.exec(bare)?.[1] ??
    bare.slice(bare.lastIndexOf(' ') + 1)
  )
}

/** Keys for one export: the same key a second time gets an a, then b, … z, aa. */
export function uniqueKeys(): (facts: Omit<Facts, 'key'>) => string {
  const used = new Set<string>()
  const next = new Map<string, number>()
  return (facts) => {
    const plain = arxivKey(facts)
    let key = plain
    for (let n = next.get(plain) ?? 0; used.has(key); next.set(plain, ++n)) key = plain + letters(n)
    used.add(key)
    return key
  }
}

/** 0 is a, 25 is z, 26 is aa. */
function letters(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26))
  return n < 26 ? letter : letters(Math.floor(n / 26) - 1) + letter
}
