import type { Settings } from '../../../lib/settings.ts'
import type { ExtensionBrowser, ExtensionPage } from './browser.ts'

/** A paper as a page lists it. */
export interface ShownPaper {
  id: string
  title: string
}

/** The endpoint that the settings page shows. */
export async function readEndpoint(browser: ExtensionBrowser): Promise<string> {
  const page = await browser.open('options.html')
  const field = await page.waitFor(endpointField, '', { what: 'the field for the endpoint' })
  await page.close()
  return field.value
}

/** Sets the endpoint as a person does: types it into the settings page and presses Enter. */
export async function setEndpoint(browser: ExtensionBrowser, url: string): Promise<void> {
  const page = await browser.open('options.html')
  await page.waitFor(endpointField, 'here', { what: 'the field for the endpoint' })
  await page.click('[data-driven]')
  await page.evaluate(() => (document.activeElement as HTMLInputElement).select())
  await page.type(url)
  await page.press('Enter')
  const stored = `browser.storage.local.get('settings')`
  await waitUntil(
    async () => (await page.evaluate<Stored, undefined>(stored)).settings?.endpoint === url,
    `the endpoint to be ${url}`,
  )
  await page.close()
}

/** Stores these settings and has the feed fetched, from a page that has nothing else to do. */
export async function storeSettings(browser: ExtensionBrowser, settings: Settings): Promise<void> {
  const page = await browser.open('icon/16.png')
  await page.evaluate(`browser.storage.local.set(${JSON.stringify({ settings })})`)
  // It answers when it is through, and so is what was asked of the endpoint before.
  await askForNews(page)
  await page.close()
}

interface Stored {
  settings?: { endpoint: string }
}

/**
 * What the field labelled "Hugging Face endpoint" holds, or undefined while there is none.
 * Runs in the page. A `mark` makes the field findable as `[data-driven]`.
 */
function endpointField(mark: string): { value: string } | undefined {
  const label = [...document.querySelectorAll('label')].find((each) =>
    each.textContent?.includes('Hugging Face endpoint'),
  )
  const field = label?.control
  if (!(field instanceof HTMLInputElement)) return undefined
  if (mark) field.dataset.driven = mark
  return { value: field.value }
}

/** The papers of the page's list, in its order; none while there is no list. */
export function readPapers(page: ExtensionPage): Promise<ShownPaper[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=feed] article[data-paper-id]')].map(
      (article) => ({
        id: article.dataset.paperId ?? '',
        title: article.querySelector('h1, h2, h3, h4')?.textContent?.trim() ?? '',
      }),
    ),
  )
}

/** The hits of the popup, best first. */
export function readHits(page: ExtensionPage): Promise<ShownPaper[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-paper-id]')].map((hit) => ({
      id: hit.dataset.paperId ?? '',
      title: (hit.querySelector('h1, h2, h3, h4, a') ?? hit).textContent?.trim() ?? '',
    })),
  )
}

/** What the page says of its state: all its `role="status"` and `role="alert"` together. */
export function readStatus(page: ExtensionPage): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=status], [role=alert]')]
      .map((element) => element.textContent?.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' · '),
  )
}

/** Asks again and again, for what has to be watched from outside the page. */
export async function waitUntil(
  check: () => Promise<boolean> | boolean,
  what: string,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until a page shows exactly these papers in this order. */
export async function waitForIds(
  page: ExtensionPage,
  read: (page: ExtensionPage) => Promise<ShownPaper[]>,
  ids: readonly string[],
  timeoutMs = 10_000,
): Promise<void> {
  const wanted = ids.join(' ')
  let shown = ''
  const check = async (): Promise<boolean> => {
    shown = (await read(page)).map((paper) => paper.id).join(' ')
    return shown === wanted
  }
  await waitUntil(check, 'the papers', timeoutMs).catch(async () => {
    const text = await page.evaluate('document.body.innerText')
    throw new Error(`Wanted ${wanted}\nbut saw ${shown || 'none'}\non a page that says:\n${text}`)
  })
}

/** Waits until a person could read this on the page. */
export async function waitForText(
  page: ExtensionPage,
  pattern: RegExp,
  timeoutMs = 10_000,
): Promise<void> {
  // Not `textContent`: that has what is hidden, too.
  const read = async () => String(await page.evaluate('document.body.innerText'))
  await waitUntil(async () => pattern.test(await read()), String(pattern), timeoutMs).catch(
    async (error) => {
      throw new Error(`${error.message}\nThe page says:\n${await read()}`)
    },
  )
}

/** Has the background fetch at once, as the reader's own "try again" does. */
export async function askForNews(page: ExtensionPage): Promise<void> {
  await page.evaluate(`browser.runtime.sendMessage({ type: 'sync', reason: 'user' })`)
}
