import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

afterEach(() => {
  vi.restoreAllMocks()
  vi.resetModules()
})

/** The formats as a browser of that language loads them. */
async function formatsIn(language: string) {
  vi.resetModules()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language)
  return import('../../lib/format.ts')
}

describe('in American English', () => {
  test('a day, a week and a month have their names', async () => {
    const { formatDay, formatWeek, formatMonth } = await formatsIn('en-US')
    expect(formatDay('2026-11-23')).toBe('Monday, November 23, 2026')
    expect(formatWeek('2026-W47').replace(/\s/g, ' ')).toBe('November 16 – 22, 2026')
    expect(formatMonth('2026-11')).toBe('November 2026')
  })

  test('counts are grouped, cut short, and said of papers', async () => {
    const { formatCount, formatCompact, formatPapers } = await formatsIn('en-US')
    expect([formatCount(1234), formatCompact(1234), formatCompact(79_408)]).toEqual([
      '1,234',
      '1.2K',
      '79.4K',
    ])
    expect([0, 1, 2, 1000].map(formatPapers)).toEqual([
      '0 papers',
      '1 paper',
      '2 papers',
      '1,000 papers',
    ])
  })

  test('a time has its date only when it is not today’s', async () => {
    const { formatTime } = await formatsIn('en-US')
    const now = new Date(2026, 7, 21, 12).getTime()
    expect(formatTime(new Date(2026, 7, 21, 9, 5).getTime(), now).replace(/\s/g, ' ')).toBe(
      '9:05 AM',
    )
    expect(formatTime(new Date(2026, 7, 20, 9, 5).getTime(), now)).toContain('Aug 20, 2026')
  })
})

test('the reader’s own kind of English is used', async () => {
  expect((await formatsIn('en-GB')).formatDay('2026-11-23')).toMatch(/23 November 2026/)
})

test.each(['de', 'zh-CN', 'eng', 'en-US@posix', 'en_US', 'C', ''])(
  'in the language %j dates are in English all the same',
  async (language) => {
    expect((await formatsIn(language)).formatDay('2026-11-23')).toContain('November')
  },
)
