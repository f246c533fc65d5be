import axe from 'axe-core'
import { cdp } from 'vitest/browser'
import { contrastRatio } from '../support/axe/contrast.ts'
import { allRules, describeViolations, readingRules, themeRules } from '../support/axe/rules.ts'
import { drawn } from './mount.ts'

/** What is read at length. */
const reading = '.paper-blurb, .paper-lead, .paper-abstract, .hit-snippet, .note-text'

/**
 * All that axe finds on the page as it is, by day and by night; with a selector, only there: a long
 * page takes seconds. In forced colours the system sees
 * to the contrast, and the colours that Chromium tells of are not those it draws.
 */
export async function audit(within?: string): Promise<string[]> {
  const root = document.documentElement
  root.lang = 'en'
  document.title ||= 'Paperboy'
  const found: string[] = []
  const note = (theme: string, results: Parameters<typeof describeViolations>[0]) =>
    found.push(...describeViolations(results).map((line) => `${theme}: ${line}`))
  for (const edition of ['day', 'night']) {
    root.dataset.edition = edition
    await drawn()
    const where = within ? { include: [within] } : document
    note(edition, await axe.run(where, edition === 'day' ? allRules : themeRules))
    if (!within && document.querySelector(reading)) {
      note(edition, await axe.run({ include: [reading] }, readingRules))
    }
    found.push(...faintEdges().map((line) => `${edition}: ${line}`))
  }
  delete root.dataset.edition
  return found
}

/** Controls whose border is too faint to see: under 3 to 1 with the ground around them. */
function faintEdges(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
  return controls.flatMap((control) => {
    const { borderTopColor, borderTopWidth, borderLeftWidth } = getComputedStyle(control)
    // A line above or below alone is a rule between rows.
    const hasEdge = borderTopWidth !== '0px' && borderLeftWidth !== '0px'
    if (!hasEdge || !control.checkVisibility() || control.matches(':disabled')) return []
    if (control.matches('[type=checkbox], [type=radio]')) return []
    const ratio = contrastRatio(borderTopColor, groundOf(control.parentElement))
    if (ratio >= 3) return []
    return [`an edge of ${ratio.toFixed(2)} to 1 at ${control.className || control.id}`]
  })
}

function groundOf(element: Element | null): string {
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each)
    // A tint changes little.
    if (!/rgba|\//.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

/** Emulates features of media, such as forced colours; the others are as they were. */
export async function emulate(features: Record<string, string>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })
  await drawn()
}
