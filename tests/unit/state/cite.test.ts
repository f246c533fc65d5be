import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCite } from '../../../lib/state/cite.ts'
import { makePaper } from '../make-paper.ts'
import { openDatabase } from '../open-database.ts'

const what = { ids: ['2608.00001'] }
const write = vi.fn()
const link = { href: '', download: '', click: vi.fn() }

beforeEach(() => {
  write.mockReset().mockResolvedValue(undefined)
  link.click.mockReset()
  vi.stubGlobal('navigator', { clipboard: { write } })
  vi.stubGlobal('document', { createElement: () => link })
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly parts: Record<string, Promise<Blob>>) {}
    },
  )
})

afterEach(() => void vi.unstubAllGlobals())

async function openCite() {
  const db = openDatabase()
  await db.papers.put(makePaper())
  return createCite(db)
}

test('a citation goes to the clipboard as text', async () => {
  const cite = await openCite()
  expect(await cite(what, 'bibtex', 'clipboard')).toBe('Copied 1 paper as BibTeX.')
  const [[item]] = write.mock.calls[0] as [[{ parts: Record<string, Promise<Blob>> }]]
  expect(await (await item.parts['text/plain'])?.text()).toContain('eprint={2608.00001}')
  expect(link.click).not.toHaveBeenCalled()
})

test('the clipboard is asked before anything is read, while the click still counts', async () => {
  const cite = await openCite()
  const done = cite(what, 'bibtex', 'clipboard')
  expect(write).toHaveBeenCalledOnce()
  await done
})

test('a clipboard that refuses is told, with what to do instead', async () => {
  write.mockRejectedValue(new DOMException('Write permission denied.', 'NotAllowedError'))
  const cite = await openCite()
  await expect(cite(what, 'bibtex', 'clipboard')).rejects.toThrow(
    'The browser did not let Paperboy copy. Download the file instead.',
  )
})

test('a download has the text, its type and its name', async () => {
  const makeUrl = vi.spyOn(URL, 'createObjectURL')
  const cite = await openCite()
  expect(await cite(what, 'ris', 'file')).toBe('Downloaded 1 paper as one2026paper.ris.')
  expect(link.click).toHaveBeenCalledOnce()
  expect(link.download).toBe('one2026paper.ris')
  const blob = makeUrl.mock.calls[0]?.[0] as Blob
  expect(blob.type).toBe('application/x-research-info-systems;charset=utf-8')
  expect(await blob.text()).toContain('AN  - arXiv:2608.00001')
})

test('a paper that is missing is told beside those that were found', async () => {
  const cite = await openCite()
  expect(await cite({ ids: ['2608.00001', '2608.09999'] }, 'markdown', 'clipboard')).toBe(
    'Copied 1 paper as Markdown. 1 paper could not be found on this disk.',
  )
})

test('nothing to cite is no file and no empty clipboard', async () => {
  const cite = await openCite()
  for (const to of ['clipboard', 'file'] as const) {
    // As a browser does: what the text is waits for it, and fails with it.
    write.mockImplementation(([item]) => item.parts['text/plain'])
    await expect(cite({ ids: ['2608.09999'] }, 'bibtex', to)).rejects.toThrow(/nothing to cite/)
  }
  expect(link.click).not.toHaveBeenCalled()
})
