import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { drawn, mount } from './mount.ts'

const focused = () => document.activeElement?.getAttribute('aria-label')

function show(onCite = vi.fn(async (_format: string, _to: string) => 'Copied 1 paper as BibTeX.')) {
  const root = mount(<CiteMenu what="Seven" onCite={onCite} />)
  const button = root.querySelector('button') as HTMLButtonElement
  return { root, button, onCite }
}

const list = () => document.querySelector<HTMLElement>('.cite-list')

afterEach(() => list()?.hidePopover())

test('the button says what it cites, and that it has a menu', async () => {
  const { button } = show()
  expect(button.getAttribute('aria-label')).toBe('Cite Seven')
  expect(button.getAttribute('aria-haspopup')).toBe('menu')
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(list()).toBeNull()
  await userEvent.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(list()?.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe('Cite Seven')
})

test('every format can be copied and downloaded', async () => {
  const { button, onCite } = show()
  await userEvent.click(button)
  const names = [...document.querySelectorAll('[role=menuitem]')].map((item) => item.ariaLabel)
  const formats = ['BibTeX', 'BibLaTeX', 'RIS', 'CSL-JSON', 'Markdown', 'Plain text']
  expect(names).toEqual([
    ...formats.map((name) => `Copy as ${name}`),
    ...formats.map((name) => `Download as ${name}`),
  ])
  document.querySelector<HTMLElement>('[aria-label="Download as RIS"]')?.click()
  expect(onCite).toHaveBeenCalledWith('ris', 'file')
})

test('arrows go along both columns and round, letters go to a name', async () => {
  const { button } = show()
  button.focus()
  await userEvent.keyboard('{ArrowDown}')
  await drawn()
  expect(focused()).toBe('Copy as BibTeX')
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toBe('Copy as BibLaTeX')
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).toBe('Download as BibLaTeX')
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(focused()).toBe('Download as Plain text')
  await userEvent.keyboard('r')
  expect(focused()).toBe('Download as RIS')
  await userEvent.keyboard('{Home}')
  expect(focused()).toBe('Download as BibTeX')
  await userEvent.keyboard('{ArrowLeft}{End}')
  expect(focused()).toBe('Copy as Plain text')
})

test('Escape closes it and gives the focus back', async () => {
  const { button } = show()
  await userEvent.click(button)
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(list()).toBeNull())
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-expanded')).toBe('false')
})

test('a second click on the button closes it', async () => {
  const { button } = show()
  await userEvent.click(button)
  expect(list()).not.toBeNull()
  await userEvent.click(button)
  await vi.waitFor(() => expect(list()).toBeNull())
  await drawn()
  expect(list()).toBeNull()
})

test('what was done is said, and then the menu goes', async () => {
  const { button } = show()
  await userEvent.click(button)
  await userEvent.keyboard('{Enter}')
  const status = () => list()?.querySelector('[role=status]')?.textContent
  await vi.waitFor(() => expect(status()).toBe('Copied 1 paper as BibTeX.'))
  await vi.waitFor(() => expect(list()).toBeNull(), 4000)
  expect(document.activeElement).toBe(button)
})

test('what went wrong is said, and stays', async () => {
  const onCite = vi.fn(async () => {
    throw new Error('The browser did not let Paperboy copy.')
  })
  const { button } = show(onCite)
  await userEvent.click(button)
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(list()?.textContent).toContain('did not let Paperboy copy'))
  expect(list()?.querySelector('.is-problem')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(list()).toBeNull())
})

test('the menu stays inside the window, wherever its button is', async () => {
  const { root, button } = show()
  for (const place of ['top:0;left:0', 'top:0;right:0', 'bottom:0;left:0', 'bottom:0;right:0']) {
    root.style.cssText = `position:fixed;${place}`
    await userEvent.click(button)
    const box = (list() as HTMLElement).getBoundingClientRect()
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(innerWidth)
    expect(box.bottom).toBeLessThanOrEqual(innerHeight)
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(list()).toBeNull())
  }
})
