import { createRef } from 'preact'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { filterRows } from '@/entrypoints/options/filter-rows.ts'
import { SectionNav } from '@/entrypoints/options/SectionNav.tsx'
import { SettingsSearch } from '@/entrypoints/options/SettingsSearch.tsx'
import { drawn, mount } from './mount.ts'

function open() {
  const main = createRef<HTMLElement>()
  const root = mount(
    <>
      <SettingsSearch main={main} />
      <SectionNav
        sections={[
          { id: 'feed', title: 'Feed' },
          { id: 'keys', title: 'Keyboard' },
        ]}
      />
      <main ref={main}>
        <Section id="feed" title="Feed">
          <Row label="Endpoint" hint="A mirror in Zürich" />
          <Row label="How often" hint="Every half hour" keywords="interval" />
        </Section>
        <Section id="keys" title="Keyboard">
          <Row label="Next paper" hint="j, every time" />
        </Section>
      </main>
    </>,
  )
  const box = root.querySelector('input') as HTMLInputElement
  const visible = () =>
    [...root.querySelectorAll<HTMLElement>('.row')]
      .filter((row) => !row.closest('[hidden]'))
      .map((row) => row.querySelector('h3')?.textContent)
  const status = () => root.querySelector('[role=status]')?.textContent
  return { root, box, visible, status }
}

const marked = () =>
  [...(CSS.highlights.get('settings-match') ?? [])].map((range) => String(range)).sort()

test('rows are left as one types, what matched is marked, and their number is told', async () => {
  const { root, box, visible, status } = open()
  expect(visible()).toEqual(['Endpoint', 'How often', 'Next paper'])
  expect(status()).toBe('')
  await userEvent.type(box, 'every')
  await drawn()
  expect(visible()).toEqual(['How often', 'Next paper'])
  expect(status()).toBe('2 of 3 settings')
  expect(marked()).toEqual(['Every', 'every'])
  await userEvent.type(box, ' half')
  await drawn()
  expect(visible()).toEqual(['How often'])
  const entries = () => [...root.querySelectorAll<HTMLElement>('nav li')].map((li) => li.hidden)
  expect(entries()).toEqual([false, true])
  await userEvent.clear(box)
  await drawn()
  expect([visible().length, status(), marked()]).toEqual([3, '', []])
})

test.each([
  ['zurich', ['Endpoint'], ['Zürich']],
  // By a word that is not on the page, and by the title of the section.
  ['interval', ['How often'], []],
  ['keyboard', ['Next paper'], ['Keyboard']],
])('%s finds %j', async (query, rows, marks) => {
  const { box, visible } = open()
  await userEvent.type(box, query)
  await drawn()
  expect(visible()).toEqual(rows)
  expect(marked()).toEqual(marks)
})

test('what is nowhere is told, and no section is left', async () => {
  const { root, box, status } = open()
  await userEvent.type(box, 'xyzzy')
  await drawn()
  expect(status()).toBe('No setting says that.')
  expect(root.querySelectorAll('section:not([hidden])')).toHaveLength(0)
})

test('a row that comes later is searched, too', async () => {
  const { root, box, status } = open()
  await userEvent.type(box, 'later')
  await drawn()
  expect(status()).toBe('No setting says that.')
  const row = document.createElement('div')
  row.dataset.row = ''
  row.textContent = 'It came later'
  root.querySelector('#feed')?.append(row)
  await expect.poll(status).toBe('1 of 4 settings')
})

test('nothing that a view has drawn is changed but what is hidden', () => {
  const { root } = open()
  const main = root.querySelector('main') as HTMLElement
  const text = main.textContent
  filterRows(main, 'every')
  expect(main.textContent).toBe(text)
  expect(main.querySelectorAll('mark')).toHaveLength(0)
})

test('a stroke goes to the box, unless one is typing', async () => {
  const { box } = open()
  // The page listens once its effects have run, a moment after it is drawn.
  await expect
    .poll(async () => {
      if (document.activeElement !== box) await userEvent.keyboard('/')
      return document.activeElement
    })
    .toBe(box)
  await userEvent.keyboard('a/b')
  expect(box.value).toBe('a/b')
})
