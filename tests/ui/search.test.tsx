import { createRef } from 'preact'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { OperatorHints } from '@/components/search/OperatorHints.tsx'
import { SearchResults, type SearchResultsProps } from '@/components/search/SearchResults.tsx'
import type { HubSearch } from '@/lib/model/hub-search.ts'
import { makeHits } from '../support/cards.ts'
import { drawn, mount } from './mount.ts'

describe('the operators under the box', () => {
  function open() {
    const box = createRef<HTMLInputElement>()
    const onInput = vi.fn()
    const onKey = vi.fn()
    const root = mount(
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the page around the box
      <div onKeyDown={(event) => onKey(event.key)}>
        <input ref={box} type="search" aria-label="Search" onInput={onInput} />
        <OperatorHints box={box} />
      </div>,
    )
    const field = box.current as HTMLInputElement
    field.focus()
    const options = () => [...root.querySelectorAll('[role=option]')].map((each) => each.id)
    const active = () => field.getAttribute('aria-activedescendant')
    return { root, field, onInput, onKey, options, active }
  }

  test('are a list that the box, a combobox, controls', async () => {
    const { root, field, options } = open()
    await drawn()
    expect(field.role).toBe('combobox')
    expect(field.ariaExpanded).toBe('false')
    await userEvent.keyboard('sparse sort:')
    await drawn()
    expect(options()).toHaveLength(2)
    expect(field.ariaExpanded).toBe('true')
    expect(field.getAttribute('aria-controls')).toBe(root.querySelector('[role=listbox]')?.id)
    expect(root.querySelector('[role=listbox]')?.textContent).toContain('newest first')
  })

  test('let Enter, arrows and Tab alone until an arrow goes into them', async () => {
    const { field, onKey, active } = open()
    await userEvent.keyboard('af')
    expect(active()).toBeNull()
    await userEvent.keyboard('{Enter}')
    expect(onKey).toHaveBeenCalledWith('Enter')
    expect(field.value).toBe('af')
  })

  test('are gone through with arrows and taken with Enter', async () => {
    const { field, onInput, onKey, options, active } = open()
    await userEvent.keyboard('sparse sort:')
    onKey.mockClear()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await drawn()
    expect(active()).toBe(options()[1])
    onInput.mockClear()
    await userEvent.keyboard('{Enter}')
    expect(field.value).toBe('sparse sort:votes ')
    expect(onInput).toHaveBeenCalledOnce()
    expect(options()).toEqual([])
    // The page heard none of these.
    expect(onKey).not.toHaveBeenCalled()
  })

  test('past the last of them the arrow is the page’s', async () => {
    const { onKey, options } = open()
    await userEvent.keyboard('af{ArrowDown}')
    onKey.mockClear()
    await userEvent.keyboard('{ArrowDown}')
    await drawn()
    expect(onKey).toHaveBeenCalledWith('ArrowDown')
    expect(options()).toEqual([])
  })

  test('the first is taken with → at the end of the text, and not before it', async () => {
    const { field } = open()
    await userEvent.keyboard('af{ArrowRight}')
    expect(field.value).toBe('after:')
    expect(field.selectionStart).toBe(6)
    field.value = ''
    await userEvent.keyboard('af{ArrowLeft}{ArrowRight}')
    expect(field.value).toBe('af')
  })

  test('Escape puts them away, and only then is the page’s', async () => {
    const { onKey, options } = open()
    await userEvent.keyboard('af')
    onKey.mockClear()
    await userEvent.keyboard('{Escape}')
    await drawn()
    expect(options()).toEqual([])
    expect(onKey).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onKey).toHaveBeenCalledWith('Escape')
  })

  test('are taken with a click, which leaves the focus in the box', async () => {
    const { root, field } = open()
    await userEvent.keyboard('-au')
    await drawn()
    await userEvent.click(root.querySelector('[role=option]') as Element)
    expect(field.value).toBe('-author:')
    expect(document.activeElement).toBe(field)
  })
})

describe('what was found', () => {
  function open(props: Partial<SearchResultsProps> = {}) {
    const actions = { onSave: vi.fn(), onOpen: vi.fn() }
    const hubActions = { onSave: vi.fn(), onOpen: vi.fn() }
    const commands = { actions, hubActions, onMore: vi.fn(), onAskHub: vi.fn() }
    const shown = { hits: makeHits(2), hubQuery: 'paper', hub: undefined, home: '' }
    const root = mount(<SearchResults {...shown} {...commands} {...props} />)
    root.addEventListener('click', (event) => event.preventDefault())
    return { root, ...commands }
  }

  const hubStatus = (root: HTMLElement) => root.querySelector('.hub-status')?.textContent

  test('is asked of Hugging Face by its row and by Ctrl+Enter, never by itself', async () => {
    const { root, onAskHub } = open()
    await drawn()
    expect(onAskHub).not.toHaveBeenCalled()
    const row = root.querySelector('.hub-ask') as HTMLButtonElement
    expect(row.textContent).toContain('Search all of Hugging Face for')
    await userEvent.click(row)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(onAskHub).toHaveBeenCalledTimes(2)
  })

  test('has no such row where there is nothing to ask', () => {
    expect(open({ hubQuery: '' }).root.querySelector('.hub-ask')).toBeNull()
  })

  test.each<[string, HubSearch, RegExp, boolean]>([
    ['is being asked', { query: 'paper', state: 'asking' }, /^Asking…$/, false],
    [
      'has nothing',
      { query: 'paper', state: 'answered', cards: [], dropped: 0 },
      /^It has no paper for these words\.$/,
      false,
    ],
    [
      'has papers, not all of them readable',
      { query: 'paper', state: 'answered', cards: makeHits(3).cards, dropped: 2 },
      /^3 papers.*2 records could not be read\.$/,
      false,
    ],
    [
      'could not be reached',
      { query: 'paper', state: 'failed', problem: 'It could not be reached.' },
      /^It could not be reached\.$/,
      true,
    ],
    [
      'asks for a pause',
      { query: 'paper', state: 'failed', problem: 'Too many.', retryAt: Date.now() + 60_000 },
      /^Too many\. It can be asked again at \d/,
      false,
    ],
    [
      'may be asked again',
      { query: 'paper', state: 'failed', problem: 'Too many.', retryAt: Date.now() - 1 },
      /^Too many\./,
      true,
    ],
  ])('says that Hugging Face %s', (_what, hub, text, mayAsk) => {
    const { root } = open({ hub })
    expect(hubStatus(root)).toMatch(text)
    const buttons = [...root.querySelectorAll('.hub > button')].map((each) => each.textContent)
    expect(buttons).toEqual(mayAsk ? ['Ask again'] : [])
  })

  test('offers to ask again as soon as that may be', async () => {
    const retryAt = Date.now() + 300
    const { root } = open({ hub: { query: 'paper', state: 'failed', problem: 'Wait.', retryAt } })
    expect(root.querySelector('.hub > button')).toBeNull()
    await vi.waitFor(() => expect(root.querySelector('.hub > button')).not.toBeNull())
  })

  test('keeps what Hugging Face found apart, with saving of its own', async () => {
    const { cards } = makeHits(3)
    const saved = cards.map((card, i) => (i === 1 ? { ...card, savedAt: 5 } : card))
    const { root, actions, hubActions } = open({
      hub: { query: 'paper', state: 'answered', cards: saved, dropped: 0 },
    })
    const [here, there] = root.querySelectorAll('[role=feed]')
    expect(here?.querySelectorAll('[data-paper-id]')).toHaveLength(2)
    expect(there?.closest('section')?.textContent).toContain('From Hugging Face')
    const buttons = [...(there?.querySelectorAll<HTMLElement>('.save') ?? [])]
    expect(buttons.map((each) => each.ariaPressed)).toEqual(['false', 'true', 'false'])
    buttons[0]?.click()
    buttons[1]?.click()
    expect(hubActions.onSave.mock.calls).toEqual([
      ['2608.90000', true],
      ['2608.90001', false],
    ])
    expect(actions.onSave).not.toHaveBeenCalled()
  })

  test('goes on as one scrolls, until Hugging Face is asked', async () => {
    const hits = makeHits(20, { total: 50, hasMore: true })
    const { root, onMore } = open({ hits })
    scrollTo(0, document.body.scrollHeight)
    await vi.waitFor(() => expect(onMore).toHaveBeenCalled())
    root.remove()
    const asked = open({ hits, hub: { query: 'paper', state: 'asking' } })
    await drawn()
    await drawn()
    expect(asked.onMore).not.toHaveBeenCalled()
    asked.root.querySelector<HTMLElement>('.more-hits')?.click()
    expect(asked.onMore).toHaveBeenCalledOnce()
  })

  test('has an end', () => {
    expect(open().root.querySelector('.more-hits')).toBeNull()
  })
})
