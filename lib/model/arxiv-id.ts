/** True for a new-style arXiv identifier without a version; the feed has no others. */
export function isArxivId(text: string): boolean {
  return /^\d{4}\.\d{4,5}$/.test(text)
}
