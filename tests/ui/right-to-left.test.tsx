import { createRef } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { Message } from '@/components/Message.tsx'
import { PaperArticle } from '@/components/PaperArticle.tsx'
import { PaperTitle } from '@/components/PaperTitle.tsx'
import { OperatorHints } from '@/components/search/OperatorHints.tsx'
import { UndoToast } from '@/components/UndoToast.tsx'
import '@/entrypoints/newtab/style.css'
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

test('a paper is set from its own side, and what the page says of it runs the page’s way', () => {
  const card = makeCard({ pendingSince: 1, repository: 'lab/thing' })
  const actions = { onSave: () => {}, onOpen: () => {}, onToggleAbstract: () => {} }
  const root = mount(
    <div style="width: 30rem">
      <PaperArticle {...{ card, actions }} position={1} total={1} isNew={true} />
    </div>,
  )
  const { left, right } = (root.querySelector('article') as Element).getBoundingClientRect()
  for (const part of ['rank', 'title', 'byline', 'blurb', 'facts', 'pending']) {
    const range = document.createRange()
    range.selectNodeContents(root.querySelector(`.paper-${part}`) as Element)
    expect([part, Math.round(range.getBoundingClientRect().left - left)]).toEqual([part, 0])
  }
  const save = (root.querySelector('.save') as Element).getBoundingClientRect()
  expect(Math.round(right - save.right)).toBe(0)
  const code = root.querySelector('.paper-facts > :nth-child(3)') as Element
  expect(getComputedStyle(code).unicodeBidi).toBe('plaintext')
})

test('of a long title that was deleted the end goes, not the beginning', () => {
  const title = 'A long title '.repeat(20)
  const released = { releasedAt: 1, count: 1, title }
  const root = mount(<UndoToast {...{ released }} onUndo={() => {}} onClose={() => {}} />)
  const cite = root.querySelector('cite') as Element
  const range = document.createRange()
  range.setStart(cite.firstChild as Node, 0)
  range.setEnd(cite.firstChild as Node, 1)
  const [first, place] = [range.getBoundingClientRect(), cite.getBoundingClientRect()]
  expect(Math.round(first.left - place.left)).toBe(0)
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
