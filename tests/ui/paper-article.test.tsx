import '@/entrypoints/newtab/style.css'
import { expect, test, vi } from 'vitest'
import { PaperArticle } from '@/components/PaperArticle.tsx'
import type { PaperCard } from '@/lib/model/card.ts'
import { makeCard } from '../support/cards.ts'
import { mount } from './mount.ts'

function show(card: Partial<PaperCard>, props: { isNew?: boolean; abstract?: string } = {}) {
  const actions = { onSave: vi.fn(), onOpen: vi.fn(), onToggleAbstract: vi.fn() }
  const root = mount(
    <PaperArticle
      card={makeCard(card)}
      position={3}
      total={34}
      isNew={props.isNew ?? false}
      abstract={props.abstract}
      actions={actions}
    />,
  )
  const article = root.querySelector('article') as HTMLElement
  return { article, actions, text: article.textContent ?? '' }
}

test('an article says its place in the feed and is named by its headline', () => {
  const { article } = show({ id: '2608.90007', title: 'Seven' })
  expect(article.dataset.paperId).toBe('2608.90007')
  expect(article.getAttribute('aria-posinset')).toBe('3')
  expect(article.getAttribute('aria-setsize')).toBe('34')
  const label = document.getElementById(article.getAttribute('aria-labelledby') ?? '')
  expect(label?.textContent).toBe('Seven')
})

test('it names the first authors and counts the others', () => {
  expect(show({ authorCount: 3303 }).text).toContain('Cleo Sample and 3,300 more')
  expect(show({ authorCount: 3 }).text).not.toContain('more authors')
})

test('the line of its authors ends between two names', () => {
  const authors = ['Anna-Lena van der Sample', 'Ben Sample', 'Cleo Sample']
  const { article } = show({ authors, authorCount: 19 })
  article.style.cssText = 'display: block; width: 12rem'
  const [first, ...others] = [...article.querySelectorAll('.paper-byline > *')]
  const tops = [first, ...others].map((each) => each?.getBoundingClientRect().top)
  expect(tops).toHaveLength(4)
  expect(new Set(tops).size).toBeGreaterThan(1)
  for (const each of article.querySelectorAll('.paper-byline > *')) {
    expect(each.getClientRects()).toHaveLength(1)
  }
})

test('a text in English says so, for the voice that reads it on a page in another language', () => {
  const { article } = show({ title: 'Read or Guess?', abstract: 'Both.' }, { abstract: 'Both.' })
  const spoken = [...article.querySelectorAll('[lang=en]')].map((each) => each.className)
  expect(spoken).toEqual(['paper-title', 'paper-blurb is-tldr', 'paper-abstract'])
  expect(show({ title: '读还是猜？' }).article.querySelector('[lang]')).toBeNull()
})

test('where all abstracts are shown, no button opens one', () => {
  const { article } = show({ abstract: 'All of it.' })
  article.parentElement?.classList.add('feed')
  const more = article.querySelector('.paper-more') as Element
  expect(more.checkVisibility()).toBe(true)
  document.documentElement.dataset.density = 'full'
  expect(more.checkVisibility()).toBe(false)
  delete document.documentElement.dataset.density
})

test('it links to Hugging Face, arXiv, the PDF, the code and the project', () => {
  const { article } = show({
    id: '2608.90007',
    repository: 'lab/thing',
    projectUrl: 'https://thing.example/',
  })
  const links = [...article.querySelectorAll('a')].map((link) => link.href)
  expect(links).toEqual(
    expect.arrayContaining([
      'https://huggingface.co/papers/2608.90007',
      'https://arxiv.org/abs/2608.90007',
      'https://arxiv.org/pdf/2608.90007',
      'https://github.com/lab/thing',
      'https://thing.example/',
    ]),
  )
})

test('it leaves out what a paper does not have', () => {
  const { article, text } = show({})
  expect(text).not.toMatch(/Code|Project|comment|★/)
  expect(article.querySelectorAll('a')).toHaveLength(4)
})

test('markup in a title is text', () => {
  const title = '<script>globalThis.ran = true</script><b>What happens before </think></b>'
  const { article } = show({ title })
  expect(article.querySelector('h2')?.textContent).toBe(title)
  expect(article.querySelector('script, b')).toBeNull()
})

test('only a new paper is marked as new, and a read one goes quiet', () => {
  expect(show({}, { isNew: true }).article.querySelector('.paper-new')).not.toBeNull()
  expect(show({}).article.querySelector('.paper-new')).toBeNull()
  expect(show({ isRead: true }).article.className).toContain('is-read')
})

test('the save button says what it does to which paper', () => {
  const { article, actions } = show({ id: '2608.90007', title: 'Seven' })
  const save = article.querySelector<HTMLButtonElement>('button[aria-pressed]')
  expect(save?.getAttribute('aria-label')).toBe('Save Seven')
  expect(save?.getAttribute('aria-pressed')).toBe('false')
  save?.click()
  expect(actions.onSave).toHaveBeenCalledWith('2608.90007', true)
})

test('a saved paper can be let go', () => {
  const { article, actions } = show({ id: '2608.90007', title: 'Seven', savedAt: 1 })
  const save = article.querySelector<HTMLButtonElement>('button[aria-pressed]')
  expect(save?.getAttribute('aria-label')).toBe('Saved Seven')
  expect(save?.getAttribute('aria-pressed')).toBe('true')
  save?.click()
  expect(actions.onSave).toHaveBeenCalledWith('2608.90007', false)
})

test('the abstract opens in place beside the TL;DR', () => {
  const { article, text } = show({ blurb: 'Short.' }, { abstract: 'The whole abstract.' })
  expect(text).toContain('Short.')
  expect(text).toContain('The whole abstract.')
  expect(article.querySelector('[aria-expanded]')?.getAttribute('aria-expanded')).toBe('true')
})

test('an open abstract takes the place of its own beginning', () => {
  const { text } = show({ blurb: 'The whole…', isTldr: false }, { abstract: 'The whole abstract.' })
  expect(text).not.toContain('The whole…')
})

test('opening by the main and the middle button is told, by the right one is not', () => {
  const { article, actions } = show({ id: '2608.90007' })
  const link = article.querySelector('h2 a') as HTMLAnchorElement
  link.addEventListener('click', (event) => event.preventDefault())
  link.click()
  link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
  link.dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }))
  expect(actions.onOpen.mock.calls).toEqual([['2608.90007'], ['2608.90007']])
})
