import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { goToPart } from '@/components/settings/go-to-part.ts'
import { settingRows, settingSections } from '@/components/settings/setting-sections.ts'
import { t } from '@/lib/i18n.ts'
import { drawn } from './mount.ts'
import { openSettings } from './open-settings.tsx'
import '@/entrypoints/options/style.css'

test('the table of the settings names every section as the page does, in its order', () => {
  const { root } = openSettings()
  const sections = [...root.querySelectorAll('.settings-section')]
  const listed = settingSections.map(({ id, title }) => [id, t(title)])
  expect(sections.map(({ id, firstChild }) => [id, firstChild?.textContent])).toEqual(listed)
  const contents = [...root.querySelectorAll<HTMLAnchorElement>('.settings-nav a')]
  expect(contents.map(({ hash, textContent }) => [hash.slice(1), textContent])).toEqual(listed)
})

test('the rows with an address of their own are there, by their names', () => {
  const { root } = openSettings()
  const label = (id: string) => root.querySelector(`label[for="${id}"]`)?.textContent
  for (const { id, title } of settingRows) expect(label(id)).toBe(t(title))
})

test.each([
  ['a heading', '#privacy h2', '#privacy h2'],
  ['a field', '#calm', 'label[for=calm]'],
])(
  '%s that is gone to has the focus, and is not under the head of the page',
  async (_, to, seen) => {
    await page.viewport(1280, 800)
    const { root } = openSettings()
    const find = (selector: string) => root.querySelector(selector) as HTMLElement
    goToPart(find(to))
    expect(document.activeElement).toBe(find(to))
    expect(scrollY).toBeGreaterThan(0)
    const { bottom } = find('.settings-head').getBoundingClientRect()
    const { top } = find(seen).getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(bottom)
    expect(top).toBeLessThan(innerHeight / 2)
  },
)

test('that the browser refused access stands where it was asked for', async () => {
  const { root, model, grantProblem } = openSettings()
  const said = () =>
    [...root.querySelectorAll('[role=status]')]
      .filter(({ textContent }) => textContent === 'Refused.')
      .map((each) => each.closest('section')?.id)
  grantProblem.value = { of: model.arxivGrant.value.name, text: 'Refused.' }
  await drawn()
  expect(said()).toEqual(['feed'])
  grantProblem.value = { of: 'https://huggingface.co/*', text: 'Refused.' }
  await drawn()
  expect(said()).toEqual(['privacy'])
})
