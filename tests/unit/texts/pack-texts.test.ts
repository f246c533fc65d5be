import { expect, test } from 'vitest'
import { packTexts } from '../../../pack-texts.ts'

test('texts are packed to what a browser reads, and nothing else is touched', () => {
  const texts = { page_newTab: { message: 'New  Tab\n{name}' } }
  const pretty = JSON.stringify(texts, null, 2)
  const files = [
    { relativeDest: '_locales/en/messages.json', contents: pretty },
    { relativeDest: 'other.json', contents: pretty },
    { relativeDest: 'icon.png', absoluteSrc: '/icon.png' },
  ]
  packTexts(files)
  expect(files[0]).toEqual({
    relativeDest: '_locales/en/messages.json',
    contents: '{"page_newTab":{"message":"New  Tab\\n{name}"}}',
  })
  expect(files.slice(1)).toEqual([
    { relativeDest: 'other.json', contents: pretty },
    { relativeDest: 'icon.png', absoluteSrc: '/icon.png' },
  ])
})
