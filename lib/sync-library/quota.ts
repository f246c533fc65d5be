import { describeError } from '../errors.ts'
import { t } from '../i18n.ts'

/** Which limit of the browser's sync a refused write met. */
type Quota = 'total' | 'item' | 'rate'

/**
 * The limit that an error tells of; undefined for one that is about something else. Chromium names
 * it in the message, as its documentation or as its source spells it; Firefox only says that there
 * was one.
 */
export function quotaOf(error: unknown): Quota | undefined {
  const text = String(error)
  if (/MAX_?WRITE_?OPERATIONS/i.test(text)) return 'rate'
  if (/QUOTA_?BYTES_?PER_?ITEM/i.test(text)) return 'item'
  return /quota/i.test(text) || /MAX_?ITEMS/i.test(text) ? 'total' : undefined
}

/** What a refused write means, in the reader's words. Nothing is lost by it: all is still here. */
export function describeRefusal(error: unknown): string {
  switch (quotaOf(error)) {
    case 'rate':
      return t('browserSync.pause')
    case 'item':
    case 'total':
      return t('browserSync.full')
    default:
      return t('browserSync.noAnswer', { problem: describeError(error) })
  }
}
