import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { githubRepository, httpUrl } from '../../../lib/sources/outside-url.ts'

describe('the repository of an address', () => {
  test.each([
    ['https://github.com/ada/nothing'],
    ['http://github.com/ada/nothing'],
    ['https://www.github.com/ada/nothing'],
    ['https://GitHub.com/ada/nothing'],
    ['https://github.com/ada/nothing/'],
    ['https://github.com/ada/nothing//'],
    ['https://github.com/ada/nothing///'],
    ['https://github.com//ada//nothing'],
    ['https://github.com/ada/nothing.git'],
    ['https://github.com/ada/nothing.git/'],
    ['https://github.com/ada/nothing/tree/main'],
    ['https://github.com/ada/nothing/tree/main/a/b.py'],
    ['https://github.com/ada/nothing/blob/main/'],
    ['https://github.com/ada/nothing?tab=readme-ov-file'],
    ['https://github.com/ada/nothing?tab=readme-ov-file#v1-2'],
    ['https://github.com/ada/nothing#readme'],
    ['https://github.com\nada/nothing.git'],
    ['https://github.com/\nada/nothing.git'],
    ['https://github.com/ada/\nnothing'],
    [' https://github.com/ada/nothing\n'],
  ])('%j is ada/nothing', (text) => {
    expect(githubRepository(text)).toBe('ada/nothing')
  })

  test('keeps dots, dashes, underscores and capitals', () => {
    expect(githubRepository('https://github.com/Ada-1/no_thing.v2.js')).toBe('Ada-1/no_thing.v2.js')
  })

  test.each([
    '',
    'https://github.com',
    'https://github.com/ada',
    'https://github.com/ada/',
    'https://github.com/ada?tab=repositories',
    'https://github.com/orgs/ada/repositories',
    'https://github.com/Orgs/ada',
    'https://github.com/topics/nothing',
    'https://github.com/ada/..',
    'https://github.com/ada/.git',
    'https://gist.github.com/ada/nothing',
    'https://github.com.evil.example/ada/nothing',
    'https://evil.example/https://github.com/ada/nothing',
    'https://gitlab.com/ada/nothing',
    'javascript:alert("https://github.com/ada/nothing")',
  ])('%j has none', (text) => {
    expect(githubRepository(text)).toBeUndefined()
  })

  test('can be made a link to GitHub, whatever it was read from', () => {
    const tail = fc.string({ unit: 'binary' }).map((rest) => `https://github.com/${rest}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), tail), (text) => {
        const repository = githubRepository(text)
        if (repository) expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/)
      }),
    )
  })
})

describe('a link from outside', () => {
  test.each([
    ['https://ada.example/nothing', 'https://ada.example/nothing'],
    ['http://ada.example', 'http://ada.example/'],
    [' https://ada.example/', 'https://ada.example/'],
    ['HTTPS://ADA.example/A b', 'https://ada.example/A%20b'],
    ['https://ada.example/\n1', 'https://ada.example/1'],
    ['http://3.148.244.109:5000/', 'http://3.148.244.109:5000/'],
  ])('%j is %s', (text, url) => {
    expect(httpUrl(text)).toBe(url)
  })

  test.each([
    '',
    'ada.example',
    '/avatars/1.svg',
    'https://',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://ada.example/1',
    'chrome-extension://ada/1',
  ])('%j is none', (text) => {
    expect(httpUrl(text)).toBeUndefined()
  })

  test('is http(s) or nothing, whatever is given', () => {
    const scheme = fc.constantFrom('http:', 'https:', 'javascript:', 'data:', ' https:', '\thttp:')
    const near = fc.tuple(scheme, fc.string()).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), near, fc.webUrl()), (text) => {
        expect(httpUrl(text) ?? 'http://').toMatch(/^https?:\/\//)
      }),
    )
  })
})
