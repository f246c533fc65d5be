import {
  type ImportedEntry,
  isUnreadable,
  type UnreadableEntry,
} from '../../../../lib/library/bring-in/imported-entry.ts'
import { recognise } from '../../../../lib/library/bring-in/recognise.ts'

/** Everything that a text gives, as whatever its content says it is. */
export function read(text: string) {
  const { format, read } = recognise(text)
  const items = [...read(text)]
  return {
    format,
    entries: items.filter((item): item is ImportedEntry => !isUnreadable(item)),
    unreadable: items.filter((item): item is UnreadableEntry => isUnreadable(item)),
  }
}
