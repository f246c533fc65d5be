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

/** What arXiv prints beside a paper, after its id: `[cs.CL] 12 Aug 2026`. */
const stamp = /\s\[[a-z-]+(?:\.[a-z-]+)?\](?:\s\d{1,2} [a-z]{3} \d{4})?$/i

/**
 * The arXiv identifier that a text is or links to: `2608.13210v2`, `arXiv:2608.13210`,
 * `hep-th/9901001`, an address at arxiv.org, huggingface.co or alphaxiv.org, a DOI; whatever
 * brackets, quotes or stops are around it. Undefined for any other text.
 */
export function arxivIdIn(text: string): string | undefined {
  const bare = unwrapped(text.trim().replace(stamp, '')).replace(/^arxiv(?::\s*|\s+)/i, '')
  const [, found] = whole.exec(bare) ?? []
  return found && readArxivId(found)
}

/** A text without the brackets, quotes and stops that it stood in. */
export function unwrapped(text: string): string {
  return text.trim().replace(/^[[({<"'“‘«]+|[\])}>"'”’».,;:!?]+$/g, '')
}
