import { firstOldMonth, isArxivId } from './arxiv-id.ts'
import { isOldArxivId } from './paper-id.ts'

/**
 * Where an id can stand in a text, for a pattern without regard to small and capital letters:
 * `2608.13210`, `hep-th/9901001`, `math.GT/0309136`. What is found is an id when `readArxivId`
 * takes it.
 */
export const arxivIdPattern = String.raw`\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]+(?:-[a-z]+)?)?\/\d{7}`

/** The identifier that a text without a version writes, in whatever letters; or undefined. */
export function readArxivId(text: string): string | undefined {
  const id = text.toLowerCase().replace(/^([a-z-]+)\.[a-z-]+\//, '$1/')
  return isArxivId(id) ? id : undefined
}

/** The month (UTC, ms) in which an identifier was given; undefined where it names none. */
export function monthOfArxivId(id: string): number | undefined {
  const [, digits = ''] = /(?:^|\/)(\d{4})/.exec(id) ?? []
  const [year, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
  if (!isArxivId(id) || month < 1 || month > 12) return undefined
  const century = isOldArxivId(id) && digits >= firstOldMonth ? 1900 : 2000
  return Date.UTC(century + year, month - 1)
}

const whole = new RegExp(
  String.raw`^(?:\S*?(?:^|\/))?(?:arxiv\.)?(${arxivIdPattern})(?:v\d+)?(?:\.pdf)?(?:[?#]\S*)?$`,
  'i',
)

/**
 * The arXiv identifier that a text is or links to: `2608.13210v2`, `arXiv:2608.13210`,
 * `hep-th/9901001`, an address at arxiv.org, huggingface.co or alphaxiv.org, a DOI. Undefined
 * for any other text.
 */
export function arxivIdIn(text: string): string | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '')
  const [, found] = whole.exec(bare) ?? []
  return found && readArxivId(found)
}
