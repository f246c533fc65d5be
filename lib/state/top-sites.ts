import { browser } from 'wxt/browser'

const sitesShown = 8

/** The sites that the reader visits most, as the browser counts; none without its permission. */
export async function readTopSites(): Promise<{ url: string; title: string }[]> {
  try {
    const sites = await browser.topSites.get()
    return sites
      .filter(({ url }) => /^https?:/.test(url))
      .slice(0, sitesShown)
      .map(({ url }) => ({ url, title: nameOf(url) }))
  } catch {
    // The permission is gone, and with it the browser's interface: the place stays empty, until
    // the background has turned the part off.
    return []
  }
}

/** What one calls a site: titles of pages are long, and often say something else. */
function nameOf(url: string): string {
  const { host } = new URL(url)
  return host.replace(/^www\./, '')
}
