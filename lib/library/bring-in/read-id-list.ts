import { siteIdsIn } from '../../model/paper-address.ts'
import { arxivIdsIn, findPaperId } from './arxiv-ids.ts'
import { nameOf, oneLine, withoutAbsent } from './clean.ts'
import type { BackupRest, ReadItem } from './imported-entry.ts'

/**
 * arXiv ids and links to papers, one or more a line, anywhere in a text: a list, a mail, bookmarks,
 * notes in Markdown. Lines that are empty, a heading or a comment are passed over.
 */
export function* readIdList(text: string): Generator<ReadItem, BackupRest | undefined> {
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1
    const ids = [...new Set([...arxivIdsIn(content), ...siteIdsIn(content)])]
    for (const id of ids) {
      yield withoutAbsent({
        id,
        line,
        title: ids.length === 1 ? linkTextIn(content) : undefined,
        authors: [],
        tags: [],
      })
    }
    if (ids.length > 0 || !isMeant(content)) continue
    const found = findPaperId([], [content])
    const reason = 'reason' in found ? found.reason : ''
    yield { line, name: nameOf(content), reason }
  }
  return undefined
}

/** False for what nobody expects to be a paper. */
function isMeant(content: string): boolean {
  return (
    /[\p{Letter}\d]/u.test(content) &&
    !/^\s*(#|\/\/|%|<\/?(!|dl|dt><h|h\d|p|meta|title)\b)/i.test(content)
  )
}

/** The title in `[A title](https://arxiv.org/abs/…)` or in a bookmark, where it is one. */
function linkTextIn(content: string): string | undefined {
  const [, markdown, bookmark] = /\[([^\]]+)\]\(|<a\s[^>]*>([^<]+)<\/a>/i.exec(content) ?? []
  const text = oneLine(markdown ?? bookmark)?.replace(
    /^\[(\d{4}\.\d{4,5}|[\w.-]+\/\d{7})(v\d+)?\]\s*/,
    '',
  )
  return text &&
    arxivIdsIn(text).length === 0 &&
    !/^https?:|^(pdf|abs|arxiv|link|paper)$/i.test(text)
    ? text
    : undefined
}
