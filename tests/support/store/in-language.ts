import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A copy of the built extension that speaks one language to every browser: its texts stand where
 * the browser falls back to, so that no language pack is needed. Returns the copy's folder.
 */
export function copyInLanguage(extension: string, locale: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'paperboy-language-'))
  cpSync(extension, copy, { recursive: true })
  const texts = (of: string) => join(copy, '_locales', of, 'messages.json')
  if (locale !== 'en') cpSync(texts(locale), texts('en'))
  return copy
}
