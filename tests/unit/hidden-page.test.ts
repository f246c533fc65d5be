import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { askHiddenPage } from '../../entrypoints/background/hidden-page.ts'

const page = { path: 'ahead.html', reason: 'LOCAL_STORAGE', justification: 'Why' } as const
const steps: string[] = []
const answer = vi.fn<(message: { n: number }) => Promise<unknown>>()

beforeEach(() => {
  // As built for Chromium; a false one is a text here.
  vi.stubEnv('FIREFOX', '')
  fakeBrowser.reset()
  steps.length = 0
  vi.spyOn(fakeBrowser, 'offscreen', 'get').mockReturnValue({
    createDocument: async ({ url }: { url: string }) => void steps.push(`open ${url}`),
    closeDocument: async () => void steps.push('close'),
  } as never)
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer as never)
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB')
  answer.mockReset().mockImplementation(async ({ n }) => {
    steps.push(`ask ${n}`)
    return n
  })
})

test('one page after the other is opened, asked and closed; one left behind is closed first', async () => {
  expect(await Promise.all([askHiddenPage(page, { n: 1 }), askHiddenPage(page, { n: 2 })])).toEqual(
    [1, 2],
  )
  const open = 'open ahead.html#en/en-GB'
  expect(steps).toEqual(['close', open, 'ask 1', 'close', 'close', open, 'ask 2', 'close'])
})

test('a page that fails is closed, and told of', async () => {
  answer.mockRejectedValueOnce(new Error('It broke'))
  await expect(askHiddenPage(page, { n: 1 })).rejects.toThrow('It broke')
  expect(steps.at(-1)).toBe('close')
})
