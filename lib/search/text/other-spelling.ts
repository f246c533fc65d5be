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
]

/** A folded word as it is spelt across the Atlantic; '' where it is spelt in one way. */
export function otherSpelling(word: string): string {
  for (const [spelling, other] of spellings) {
    const spelt = word.replace(spelling, other)
    if (spelt !== word) return spelt
  }
  return ''
}
