import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExtensionBrowser, ExtensionPage } from '../support/browsers/browser.ts'
import {
  readHits,
  readPapers,
  readStatus,
  type ShownPaper,
} from '../support/browsers/paperboy-pages.ts'
import { step } from './progress.mjs'

const FOLDER = '.screenshots'

/**
 * For a machine without a display: opens the new tab and the popup, and says what a person
 * would have seen. False when either shows no paper.
 */
export async function showPages(browser: ExtensionBrowser, origin: string): Promise<boolean> {
  mkdirSync(FOLDER, { recursive: true })
  const newTab = await browser.open('newtab.html#/today')
  await newTab.show({ width: 1280, height: 860 })
  const papers = await waitForPapers('Waiting for the new tab', newTab, readPapers)
  await tell('The new tab', newTab, papers, `${FOLDER}/new-tab.png`)

  const popup = await browser.open('popup.html')
  await popup.show({ width: 420, height: 600 })
  const word = papers[0] ? longestWord(papers[0].title) : ''
  if (word) await popup.type(word)
  const hits = await waitForPapers('Waiting for the popup', popup, readAnswer)
  const name = word ? `The popup, asked for "${word}",` : 'The popup'
  await tell(name, popup, hits, `${FOLDER}/popup.png`)

  console.log(`\nThe papers came from ${origin}.`)
  return papers.length > 0 && hits.length > 0
}

/** What the popup found, once it says so; before that it lists today's first papers. */
async function readAnswer(popup: ExtensionPage): Promise<ShownPaper[]> {
  return (await readStatus(popup)) ? await readHits(popup) : []
}

async function waitForPapers(
  title: string,
  page: ExtensionPage,
  read: (page: ExtensionPage) => Promise<ShownPaper[]>,
): Promise<ShownPaper[]> {
  return await step(title, async (say) => {
    const deadline = Date.now() + 60_000
    for (;;) {
      const papers = await read(page).catch(() => [])
      if (papers.length > 0 || Date.now() > deadline) return papers
      say(await readStatus(page).catch(() => ''))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })
}

async function tell(
  name: string,
  page: ExtensionPage,
  papers: ShownPaper[],
  path: string,
): Promise<void> {
  const status = await readStatus(page)
  await page.screenshot(path)
  console.log(`\n${name} shows ${papers.length} ${papers.length === 1 ? 'paper' : 'papers'}`)
  for (const [index, { title }] of papers.slice(0, 3).entries()) {
    console.log(`  ${index + 1}. ${title}`)
  }
  if (status) console.log(`  It says: ${status}`)
  console.log(`  Screenshot: ${resolve(path)}`)
}

const longestWord = (text: string): string =>
  (text.match(/\p{Letter}+/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '')
