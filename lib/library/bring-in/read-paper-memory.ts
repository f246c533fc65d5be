import { t } from '../../i18n.ts'
import { githubRepository } from '../../sources/outside-url.ts'
import { findPaperId } from './arxiv-ids.ts'
import { nameList, nameOf, noteOf, oneLine, tagList, timeOf, withoutAbsent } from './clean.ts'
import { factsOfSite } from './facts-of-site.ts'
import type { BackupRest, ReadItem } from './imported-entry.ts'
import { type JsonItem, jsonItems, parseItem } from './json-items.ts'

/**
 * PaperMemory's export: an object of papers by PaperMemory's own ids (`Arxiv-1703.10593`), with
 * `__dataVersion` beside them. What each field means is said in `validatePaper` of its
 * src/shared/js/utils/data.js, https://github.com/vict0rsch/PaperMemory.
 */
export function* readPaperMemory(text: string): Generator<ReadItem, BackupRest | undefined> {
  for (const item of jsonItems(text)) {
    if (!item.key?.startsWith('__')) yield readPaper(item)
  }
  return undefined
}

function readPaper(item: JsonItem): ReadItem {
  const { line, key = '' } = item
  const parsed = parseItem(item)
  if ('reason' in parsed) return { line, name: nameOf(key, item.text), reason: parsed.reason }
  if (typeof parsed.value !== 'object' || parsed.value === null) {
    return { line, name: nameOf(key), reason: t('unreadable.noPaper') }
  }
  const paper = parsed.value as Partial<Record<string, unknown>>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const title = oneLine(paper.title)
  const bibtex = text(paper.bibtex)
  const places = [text(paper.id), key, text(paper.pdfLink), text(paper.doi), bibtex]
  const found = findPaperId([eprintIn(bibtex)], places)
  if ('reason' in found) return { line, name: nameOf(title, key), reason: found.reason }
  return withoutAbsent({
    id: found.id,
    line,
    title,
    authors: nameList(text(paper.author).split(/\s+and\s+/)),
    repository: githubRepository(text(paper.codeLink)),
    tags: tagList([
      ...(Array.isArray(paper.tags) ? paper.tags : []),
      ...(paper.favorite === true ? ['favorite'] : []),
    ]),
    note: noteOf(paper.note),
    savedAt: timeOf(paper.addDate),
    ...factsOfSite(found.id, { date: String(paper.year ?? ''), proceedings: paper.venue }),
  })
}

function eprintIn(bibtex: string): string {
  const isOfArxiv = /archiveprefix\s*=\s*["{]\s*arxiv/i.test(bibtex)
  return (isOfArxiv && /\beprint\s*=\s*["{]([^"}]+)/i.exec(bibtex)?.[1]) || ''
}
