/** What the sites put before and after a paper's title in the title of a tab. */
const before = [/^\[(?:\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})(?:v\d+)?\]\s+/i, /^paper page\s+[-–—]\s+/i]
const after = [
  /\s+[|·]\s+(OpenReview|alphaXiv|arXiv|Hugging Face)$/i,
  /\s+[-–—]\s+(ACL Anthology|arXiv|ar5iv|alphaXiv|OpenReview|Hugging Face)$/i,
]

/** What is shown where a title would be while a file has none. */
const noTitle = /^(\S+\.pdf|\S*\d{4}\.\d{4,5}\S*|https?:\S*|pdf|untitled|loading\W*|\S*[/=]\S*)$/i

/**
 * The paper's title in the title of a tab, without what its site adds; undefined where the tab
 * is named by its file, its address or nothing.
 */
export function titleOfTab(tabTitle: string | undefined): string | undefined {
  let title = (tabTitle ?? '').replace(/\s+/g, ' ').trim()
  for (const addition of [...before, ...after]) title = title.replace(addition, '')
  return title === '' || noTitle.test(title) ? undefined : title
}
