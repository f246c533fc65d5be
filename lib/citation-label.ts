import { t } from './i18n.ts'
import type { CitationFormat } from './model/citation.ts'

/** What a format of citations is called; most have a name of their own. */
export function citationLabel({ name, label }: CitationFormat): string {
  return name === 'plain-text' ? t('cite.plainText') : label
}
