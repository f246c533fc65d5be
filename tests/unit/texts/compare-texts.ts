/** Texts by their names in a file of locales/. */
export type Texts = ReadonlyMap<string, string>

const categories = ['zero', 'one', 'two', 'few', 'many', 'other']
const ofPlural = new RegExp(`^(.*)\\.(${categories.join('|')})$`)

/** The name of a text, without the category where it depends on a number. */
export function nameOf(key: string, texts: Texts): string {
  const [, base] = ofPlural.exec(key) ?? []
  return base !== undefined && texts.has(`${base}.other`) ? base : key
}

/** What a translation lacks, or has too much, beside the English, in a line each. */
export function compareTexts(english: Texts, other: Texts, language: string): string[] {
  const isPlural = (name: string) => english.has(`${name}.other`)
  const names = new Set([...english.keys()].map((key) => nameOf(key, english)))
  const wanted = new Set(
    [...names].flatMap((name) =>
      isPlural(name) ? categoriesOf(language).map((each) => `${name}.${each}`) : [name],
    ),
  )
  return [
    ...[...wanted].filter((key) => !other.get(key)).map((key) => `${key} is missing`),
    ...[...other.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is of no use`),
    ...[...other].flatMap(([key, text]) => {
      const name = nameOf(key, english)
      const model = english.get(isPlural(name) ? `${name}.other` : name)
      return model === undefined ? [] : comparePlaces(key, model, text, language)
    }),
  ]
}

/** The places of a text for values and elements, each as often as it stands there. */
function placesIn(text: string): string[] {
  return [...text.matchAll(/\{\w+\}|<\/?\w+>/g)].map(([place]) => place).sort()
}

function comparePlaces(key: string, model: string, text: string, language: string): string[] {
  const [, , category] = ofPlural.exec(key) ?? []
  const isOneNumber = category !== undefined && numbersOf(language, category) === 1
  // "Delete this paper?" says its number without a figure; so may no form of more numbers.
  const places = (text: string) =>
    placesIn(text).filter((place) => !(isOneNumber && place === '{count}'))
  const [theirs, ours] = [places(text).join(' '), places(model).join(' ')]
  return theirs === ours ? [] : [`${key} has ${theirs || 'no places'}, and not ${ours || 'none'}`]
}

const counts = Array.from({ length: 1001 }, (_, count) => count)

/** How many of the numbers to a thousand are of a category. Of nothing there is seldom a text. */
function numbersOf(language: string, category: string): number {
  const rules = new Intl.PluralRules(language)
  return counts.filter((count) => count > 0 && rules.select(count) === category).length
}

/** The categories that a count can be of; not those of fractions and millions, as French has. */
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set([...counts.map((count) => rules.select(count)), 'other'])]
}
