import { afterEach, beforeEach, expect, test } from 'vitest'
import { letPapersBeDragged } from '@/components/drag-out.ts'
import { PaperArticle } from '@/components/PaperArticle.tsx'
import { makeCard } from '../support/cards.ts'
import { mount } from './mount.ts'

let stop = () => {}
beforeEach(() => {
  stop = letPapersBeDragged()
})
afterEach(() => stop())

function show() {
  const card = makeCard({ title: 'A <b> & "c"', projectUrl: 'https://project.example/' })
  const actions = { onSave() {}, onOpen() {}, onToggleAbstract() {} }
  return mount(<PaperArticle {...{ card, position: 1, total: 1, isNew: false, actions }} />)
}

/** What is given away when this is dragged. */
function drag(target: Node): Record<string, string> {
  const dataTransfer = new DataTransfer()
  target.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }))
  return Object.fromEntries(dataTransfer.types.map((type) => [type, dataTransfer.getData(type)]))
}

const home = 'https://huggingface.co/papers/2608.90001'

test('a paper is dragged out by its headline as its link, with its title', () => {
  const root = show()
  const data = drag(root.querySelector('.paper-title a') as Element)
  expect(data).toMatchObject({ 'text/uri-list': home, 'text/plain': home })
  expect(data['text/x-moz-url']).toBe(`${home}\nA <b> & "c"`)
  const html = new DOMParser().parseFromString(data['text/html'] ?? '', 'text/html')
  expect(html.body.children).toHaveLength(1)
  expect(html.querySelector('a')?.href).toBe(home)
  expect(html.querySelector('a')?.textContent).toBe('A <b> & "c"')
})

test('whatever else of it can be dragged is the same link', () => {
  expect(drag(show().querySelector('.paper-head') as Element)['text/uri-list']).toBe(home)
})

test('another link of it is its own, and so is text that is selected', () => {
  const root = show()
  expect(drag(root.querySelector('a[href*="/pdf/"]') as Element)).toEqual({})
  expect(drag(root.querySelector('.paper-blurb')?.firstChild as Text)).toEqual({})
})
