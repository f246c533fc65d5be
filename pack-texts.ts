import type { ResolvedPublicFile } from 'wxt'

/**
 * Takes out of the browsers' files of texts the room that is only for people to read: a browser
 * reads the whole of one before it shows any page.
 */
export function packTexts(files: ResolvedPublicFile[]): void {
  for (const file of files) {
    if (!('contents' in file) || !/^_locales\b.*\.json$/.test(file.relativeDest)) continue
    file.contents = JSON.stringify(JSON.parse(file.contents))
  }
}
