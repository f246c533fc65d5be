import { createRef } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { Message } from '@/components/Message.tsx'
import { PaperTitle } from '@/components/PaperTitle.tsx'
import { OperatorHints } from '@/components/search/OperatorHints.tsx'
import '@/components/tokens.css'
import { makeCard } from '../support/cards.ts'
import { drawn, mount } from './mount.ts'

beforeEach(() => {
  document.documentElement.dir = 'rtl'
})
afterEach(() => {
  document.documentElement.dir = ''
})

test('an English title runs from the left, and an Arabic one from the right', () => {
  const direction = (title: string) => {
    const root = mount(<PaperTitle id="t" card={makeCard({ title })} onOpen={() => {}} />)
    return getComputedStyle(root.querySelector('h2') as Element).direction
  }
  expect(direction('Do models read, or guess?')).toBe('ltr')
  expect(direction('هل تقرأ النماذج؟')).toBe('rtl')
})

test('a menu stands below the side on which its button begins', async () => {
  const root = mount(
    <div style="padding-inline-start: 40px">
      <CiteMenu what="it" onCite={async () => ''} />
    </div>,
  )
  const button = root.querySelector('button') as HTMLButtonElement
  await userEvent.click(button)
  await drawn()
  const list = document.querySelector('.cite-list') as HTMLElement
  const gap = button.getBoundingClientRect().right - list.getBoundingClientRect().right
  expect(Math.abs(gap)).toBeLessThan(2)
  list.hidePopover()
})

test.each([
  ['af', 'ArrowRight', 'after:'],
  ['شبكات af', 'ArrowLeft', 'شبكات after:'],
])('after %j the arrow that goes on, %s, takes the operator', async (typed, key, made) => {
  const box = createRef<HTMLInputElement>()
  mount(
    <>
      <input ref={box} type="search" dir="auto" placeholder="بحث" />
      <OperatorHints box={box} />
    </>,
  )
  const field = box.current as HTMLInputElement
  // The hint in the empty field is in the page's language.
  expect(getComputedStyle(field).direction).toBe('rtl')
  field.focus()
  await userEvent.type(field, typed)
  await userEvent.keyboard(`{${key}}`)
  expect(field.value).toBe(made)
})

test('a text with elements in it takes them at its places, and is text', () => {
  const root = mount(
    <Message
      of="paper.moreAuthors"
      count={1234}
      parts={{ authors: '<i>Ada</i>', more: (words) => <a href="#all">{words}</a> }}
    />,
  )
  expect(root.textContent).toBe('<i>Ada</i> and 1,234 more')
  expect(root.querySelector('a')?.textContent).toBe('and 1,234 more')
  expect(root.querySelector('i')).toBeNull()
})
