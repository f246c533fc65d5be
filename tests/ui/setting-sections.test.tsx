import { expect, test } from 'vitest'
import { settingRows, settingSections } from '@/components/settings/setting-sections.ts'
import { t } from '@/lib/i18n.ts'
import { openSettings } from './open-settings.tsx'

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
