import { readBackup } from '../backup/read-backup.ts'
import type { Reader } from './imported-entry.ts'
import { readBibtex } from './read-bibtex.ts'
import { readCsl } from './read-csl.ts'
import { readIdList } from './read-id-list.ts'
import { readPaperMemory } from './read-paper-memory.ts'
import { readRis } from './read-ris.ts'

export type FormatName =
  | 'Paperboy backup'
  | 'PaperMemory export'
  | 'CSL-JSON'
  | 'BibTeX'
  | 'RIS'
  | 'list of arXiv ids'

const readers: Record<FormatName, Reader> = {
  'Paperboy backup': readBackup,
  'PaperMemory export': readPaperMemory,
  'CSL-JSON': readCsl,
  BibTeX: readBibtex,
  RIS: readRis,
  'list of arXiv ids': readIdList,
}

/** How a text is to be read: its content tells, whatever its file is called. */
export function recognise(text: string): { format: FormatName; read: Reader } {
  const format = formatOf(text)
  return { format, read: readers[format] }
}

function formatOf(text: string): FormatName {
  if (/^[\s\ufeff]*(\{\s*("|\}|$)|\[\s*[{\]])/.test(text)) return jsonFormatOf(text)
  // A note in it may hold BibTeX.
  if (/^[\s\ufeff]*TY {0,2}-/.test(text)) return 'RIS'
  if (/^[ \t\ufeff]*@[ \t]*[a-zA-Z]+\s*[{(]/m.test(text)) return 'BibTeX'
  if (/^[ \t\ufeff]*TY {0,2}-/m.test(text)) return 'RIS'
  return 'list of arXiv ids'
}

function jsonFormatOf(text: string): FormatName {
  const isObject = /^[\s\ufeff]*\{/.test(text)
  if (isObject && /"paperboy"\s*:\s*"backup"/.test(text.slice(0, 4000))) return 'Paperboy backup'
  // Our rows have a stamp or a record, whatever became of the file's head.
  if (isObject && /"stamps"\s*:\s*\{\s*"saved"/.test(text)) return 'Paperboy backup'
  if (isObject && /"__dataVersion"|"(pdfLink|addDate|lastOpenDate)"\s*:/.test(text))
    return 'PaperMemory export'
  return 'CSL-JSON'
}
