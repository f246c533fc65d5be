import { describe, expect, test, vi } from 'vitest'
import { SendMenu } from '@/components/send/SendMenu.tsx'
import type { SendReport } from '@/lib/send/send-report.ts'
import type { Chooser, SendView } from '@/lib/state/send-view.ts'
import { drawn, mount } from './mount.ts'

const ids = ['2608.00001', '2608.00002', '2608.00003']

function show(view: Partial<SendView> = {}, shown: readonly string[] = ids) {
  const actions = {
    zotero: { send: vi.fn(), goOn: vi.fn(), stop: vi.fn() },
    collection: {
      ...{ choose: vi.fn(), closeChooser: vi.fn(), add: vi.fn(), goOn: vi.fn(), stop: vi.fn() },
    },
  }
  const root = mount(<SendMenu ids={shown} view={{ ids, ...view }} actions={actions} />)
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((each) => each.textContent?.startsWith(words))
  return { root, actions, button }
}

const reportOf = (changes: Partial<SendReport>): SendReport => ({
  ...{ state: 'done', text: 'All 3 papers are in Zotero.', missing: [] },
  ...changes,
})

const statuses = (root: HTMLElement) =>
  [...root.querySelectorAll('[role=status]')].map((each) => each.textContent)

describe('the menu', () => {
  test('sends the papers it stands for', () => {
    const { actions, button } = show()
    button('Send to Zotero')?.click()
    expect(actions.zotero.send).toHaveBeenCalledExactlyOnceWith(ids)
    button('Add to collection')?.click()
    expect(actions.collection.choose).toHaveBeenCalledExactlyOnceWith(ids)
  })

  test('has its live regions before there is anything to say', () => {
    expect(statuses(show().root)).toEqual(['', ''])
  })

  test('sends nothing when nothing is selected', () => {
    const { button } = show({}, [])
    expect(button('Send to Zotero')?.disabled).toBe(true)
    expect(button('Add to collection')?.disabled).toBe(true)
  })
})

describe('a report', () => {
  test('of a run that goes can be stopped, and no second is begun', () => {
    const { root, actions, button } = show({
      zotero: reportOf({ state: 'running', text: 'Sending to Zotero: 1 of 3 papers are there…' }),
    })
    expect(statuses(root)[0]).toBe('Sending to Zotero: 1 of 3 papers are there…')
    expect(button('Send to Zotero')?.disabled).toBe(true)
    expect(button('Add to collection')?.disabled).toBe(false)
    button('Stop')?.click()
    expect(actions.zotero.stop).toHaveBeenCalledOnce()
  })

  test('of one that stopped says why and what is not there, as text, and goes on', () => {
    const { root, actions, button } = show({
      zotero: reportOf({
        ...{ state: 'stopped', text: '2 of 3 papers are in Zotero.', problem: 'It broke.' },
        missing: [{ id: ids[2] as string, title: '<b>Three</b>', reason: 'may be there' }],
      }),
    })
    expect(statuses(root)[0]).toBe('2 of 3 papers are in Zotero. It broke.')
    expect(root.querySelector('.send-missing')?.textContent).toBe(
      '1 paper not there<b>Three</b>: may be there',
    )
    expect(button('Send to Zotero')).toBeUndefined()
    button('Go on sending to Zotero')?.click()
    expect(actions.zotero.goOn).toHaveBeenCalledOnce()
  })

  test('of one that is done says where to look, and that sending would be a second time', () => {
    const { root, button } = show({
      zotero: reportOf({}),
      collection: reportOf({
        link: { href: 'https://huggingface.co/collections/a/b', text: 'Open' },
      }),
    })
    expect(button('Send to Zotero again')).toBeDefined()
    expect(root.querySelector('a')?.href).toBe('https://huggingface.co/collections/a/b')
  })

  test('about other papers is not shown, unless it is still going', () => {
    const others = ['2608.00009']
    expect(statuses(show({ zotero: reportOf({}) }, others).root)).toEqual(['', ''])
    const running = reportOf({ state: 'running', text: 'Sending…' })
    const { root, button } = show({ zotero: running }, others)
    expect(statuses(root)[0]).toBe('Sending…')
    expect(button('Send to Zotero')?.disabled).toBe(true)
  })
})

describe('the choice of a collection', () => {
  const collections = [
    { slug: 'ada/reading-1', title: 'Reading', owner: 'ada', isPrivate: false },
    { slug: 'lab/engine-1', title: 'Engine', owner: 'lab', isPrivate: true },
  ]
  const choosing: Chooser = {
    ...{ state: 'choosing', user: 'ada', collections, papers: 3, hasNotes: false },
  }

  async function choose(changes: Partial<typeof choosing> = {}) {
    const page = show({ chooser: { ...choosing, ...changes } as Chooser })
    await drawn()
    const dialog = page.root.querySelector('dialog') as HTMLDialogElement
    const labels = [...dialog.querySelectorAll('label')]
    const press = async (words: string) => {
      labels.find((each) => each.textContent?.includes(words))?.click()
      await drawn()
    }
    return { ...page, dialog, labels, press }
  }

  test('lists them with whose they are, and whether others see them', async () => {
    const { dialog, labels } = await choose()
    expect(dialog.open).toBe(true)
    expect(labels.map((each) => each.textContent)).toEqual([
      ...['Reading ', 'Engine lab, private', 'A new collection'],
    ])
  })

  test('adds to the one that is chosen', async () => {
    const { actions, button, press } = await choose()
    await press('Engine')
    button('Add 3 papers')?.click()
    expect(actions.collection.add).toHaveBeenCalledExactlyOnceWith(
      { collection: collections[1] },
      false,
    )
  })

  test('sends notes only when that is ticked, and offers it only where there are some', async () => {
    const without = await choose()
    expect(without.dialog.querySelector('[name=notes]')).toBeNull()
    const { dialog, actions, button } = await choose({ hasNotes: true })
    expect(dialog.querySelector<HTMLInputElement>('[name=notes]')?.checked).toBe(false)
    dialog.querySelector<HTMLInputElement>('[name=notes]')?.click()
    button('Add 3 papers')?.click()
    expect(actions.collection.add).toHaveBeenCalledWith({ collection: collections[0] }, true)
  })

  test('makes a new one with a title', async () => {
    const { dialog, actions, button, press } = await choose()
    await press('A new collection')
    button('Add 3 papers')?.click()
    expect(actions.collection.add).not.toHaveBeenCalled()
    const title = dialog.querySelector<HTMLInputElement>('[name=title]') as HTMLInputElement
    title.value = ' Found today '
    button('Add 3 papers')?.click()
    expect(actions.collection.add).toHaveBeenCalledWith(
      { title: 'Found today', isPrivate: false },
      false,
    )
  })

  test('leads to the settings where there is no token, and can be asked for again', async () => {
    const none = show({ chooser: { state: 'no-token' } })
    expect(none.root.querySelector('dialog a')?.getAttribute('href')).toBe(
      '/options.html#hub-token',
    )
    const { actions, button } = show({ chooser: { state: 'failed', problem: 'It broke.' } })
    button('Ask again')?.click()
    expect(actions.collection.choose).toHaveBeenCalledWith(ids)
  })

  test('is over with Escape', async () => {
    const { dialog, actions } = await choose()
    dialog.close()
    await drawn()
    expect(actions.collection.closeChooser).toHaveBeenCalledOnce()
  })
})
