/** True for a new-style arXiv identifier without a version; the feed has no others. */
export function isArxivId(text: string): boolean {
  return /^\d{4}\.\d{4,5}$/.test(text)
}

/**
 * The arXiv identifier that a text is or links to: `2608.13210v2`, `arXiv:2608.13210`, an
 * address at arxiv.org, huggingface.co or alphaxiv.org, a DOI. Undefined for any other text.
 */
export function arxivIdIn(text: string): string | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '')
  const tail = /^(?:\S*\/)?(?:arxiv\.)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?:[?#]\S*)?$/i.exec(bare)
  return tail?.[1]
}
