import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEndpoint } from '../../lib/read-endpoint.ts'
import { defaultEndpoint } from '../../lib/settings.ts'

describe('an endpoint is', () => {
  test.each([
    ['', defaultEndpoint],
    ['  ', defaultEndpoint],
    ['https://huggingface.co', defaultEndpoint],
    ['https://huggingface.co/', defaultEndpoint],
    ['https://huggingface.co///', defaultEndpoint],
    ['huggingface.co', defaultEndpoint],
    ['  hf-mirror.example  ', 'https://hf-mirror.example'],
    ['HTTPS://HF-Mirror.example', 'https://hf-mirror.example'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['https://proxy.example/hf', 'https://proxy.example/hf'],
    ['https://proxy.example/hf/api/', 'https://proxy.example/hf/api'],
    ['https://proxy.example:443', 'https://proxy.example'],
    ['https://proxy.example/hf?x=1#y', 'https://proxy.example/hf'],
  ])('%j read as %s', (typed, endpoint) => {
    expect(readEndpoint(typed)).toBe(endpoint)
  })

  test.each([
    'javascript:alert(1)',
    'javascript://huggingface.co/%0aalert(1)',
    'data:text/html,x',
    'ftp://huggingface.co',
    'file:///etc/passwd',
    'https://ada:secret@huggingface.co',
    'ada@huggingface.co',
    'https://',
    'hugging face',
    'https:/huggingface.co',
    'http:huggingface.co',
  ])('not %j', (typed) => {
    expect(readEndpoint(typed)).toBeUndefined()
  })

  test('http(s) without a slash at its end, and reads as itself, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.webUrl(), fc.domain())
    fc.assert(
      fc.property(typed, (text) => {
        const endpoint = readEndpoint(text)
        if (endpoint === undefined) return
        expect(endpoint).toMatch(/^https?:\/\/[^/]+(\/.*[^/])?$/)
        expect(readEndpoint(endpoint)).toBe(endpoint)
      }),
    )
  })
})

describe('what a person pastes', () => {
  test.each(['not a url', 'huggingface', 'hugging face.co', 'https://not%20a%20url'])(
    '%j is no endpoint',
    (typed) => expect(readEndpoint(typed)).toBeUndefined(),
  )

  test.each([
    ['https://huggingface.co/papers', 'https://huggingface.co'],
    ['https://huggingface.co/papers/2608.13210', 'https://huggingface.co'],
    ['mirror.example/hf/papers', 'https://mirror.example/hf'],
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://mirror:8080', 'http://mirror:8080'],
  ])('%j means %j', (typed, endpoint) => expect(readEndpoint(typed)).toBe(endpoint))
})
