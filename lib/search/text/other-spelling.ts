/** Words that are spelt in two ways, of which neither is a form of the other by its ending. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|rum|tum|vap)our(?!is)/, '$1or'],
  [/^(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|rum|tum|vap)or(?!at|is)/, '$1our'],
  [/^(cent|fib|lit|met|spect|theat)re(s?)$/, '$1er$2'],
  [/^(cent|fib|lit|met|spect|theat)er(s?)$/, '$1re$2'],
  [/^((?:re)?anal|catal|paral)ys(e[dr]?|ing)$/, '$1yz$2'],
  [/^((?:re)?anal|catal|paral)yz(e[dr]?|ing)$/, '$1ys$2'],
  [/^(anal|catal|dial|monol)ogue(s?)$/, '$1og$2'],
  [/^(anal|catal|dial|monol)og(s?)$/, '$1ogue$2'],
  [/^(judg|acknowledg)ement/, '$1ment'],
  [/^(judg|acknowledg)ment/, '$1ement'],
  [/^(def|off|lic)ence(s?)$/, '$1ense$2'],
  [/^(def|off|lic)ense(s?)$/, '$1ence$2'],
  [/^artef/, 'artif'],
  [/^artif(?=acts?$)/, 'artef'],
  [/^(a?e?)grey(?=s?$|scale)/, '$1gray'],
  [/^gray(?=s?$|scale)/, 'grey'],
  [/^ageing$/, 'aging'],
  [/^aging$/, 'ageing'],
  [/^programme(?=s?$)/, 'program'],
  [/^program(?=s?$)/, 'programme'],
  // A version: ERNIE 5.0 is called ERNIE 5.
  [/^\d\d?$/, '$&.0'],
]

const alphaToMu = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu'
const nuToOmega = 'nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'
/** The names of Greek letters, α to ω. */
const letterNames = `${alphaToMu} ${nuToOmega}`.split(' ')
const alpha = 0x3b1
const letterAndNumber = /^[α-ω](?=[\d.]*$)/
const nameAndNumber = new RegExp(`^(?:${letterNames.join('|')})(?=[\\d.]*$)`)

/**
 * A folded word as it is spelt across the Atlantic, or with a Greek letter for its name (`π0`, `pi0`)
 * and the other way round, or the whole number of a version; '' where it is spelt in one way.
 */
export function otherSpelling(word: string): string {
  const letter = letterAndNumber.exec(word)?.[0]
  if (letter) return `${letterNames[letter.charCodeAt(0) - alpha]}${word.slice(1)}`
  const name = nameAndNumber.exec(word)?.[0]
  if (name) {
    // The sigma of the end of a word comes before the other.
    const place = letterNames.lastIndexOf(name)
    return `${String.fromCharCode(alpha + place)}${word.slice(name.length)}`
  }
  for (const [spelling, other] of spellings) {
    const spelt = word.replace(spelling, other)
    if (spelt !== word) return spelt
  }
  return ''
}
