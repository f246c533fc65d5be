import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, type Inline, parseMarkdown } from '../../../lib/model/markdown.ts'

const inline = (text: string): Inline[] => {
  const [block] = parseMarkdown(text)
  return block?.kind === 'paragraph' ? block.children : []
}

/** Every link of a note, however deep. */
function linksOf(blocks: readonly Block[]): string[] {
  const inRuns = (runs: readonly Inline[]): string[] =>
    runs.flatMap((run) => {
      if (typeof run === 'string') return []
      const inside = 'children' in run ? inRuns(run.children) : []
      return run.kind === 'link' ? [run.href, ...inside] : inside
    })
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return linksOf(block.children)
    if (block.kind === 'list') return block.items.flatMap(inRuns)
    return block.kind === 'code' ? [] : inRuns(block.children)
  })
}

describe('a note', () => {
  test.each<[string, Inline[]]>([
    ['plain', ['plain']],
    ['a *b* c', ['a ', { kind: 'emphasis', children: ['b'] }, ' c']],
    ['a _b_', ['a ', { kind: 'emphasis', children: ['b'] }]],
    ['**a *b***', [{ kind: 'strong', children: ['a ', { kind: 'emphasis', children: ['b'] }] }]],
    ['`a*b*`', [{ kind: 'code', text: 'a*b*' }]],
    ['snake_case_name', ['snake_case_name']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['**open', ['**open']],
    [String.raw`\*no\*`, ['*no*']],
    ['a\nb', ['a', { kind: 'break' }, 'b']],
    [
      '[site](https://a.example/b_(c))',
      [{ kind: 'link', href: 'https://a.example/b_(c)', children: ['site'] }],
    ],
    [
      'See https://a.example/x.',
      [
        'See ',
        { kind: 'link', href: 'https://a.example/x', children: ['https://a.example/x'] },
        '.',
      ],
    ],
    ['[x](javascript:alert(1))', ['[x](javascript:alert(1))']],
    [
      'of $O(n_1*n_2*k)$, *so*',
      [
        'of ',
        { kind: 'math', text: '$O(n_1*n_2*k)$' },
        ', ',
        { kind: 'emphasis', children: ['so'] },
      ],
    ],
    ['**$$x^2$$**', [{ kind: 'strong', children: [{ kind: 'math', text: '$$x^2$$' }] }]],
    ['`$x$`', [{ kind: 'code', text: '$x$' }]],
    ['$5 for *one*, $6', ['$5 for ', { kind: 'emphasis', children: ['one'] }, ', $6']],
    [String.raw`\$x$`, ['$x$']],
    ['<b>x</b>', ['<b>x</b>']],
  ])('%j', (text, runs) => {
    expect(inline(text)).toEqual(runs)
  })

  test('is of blocks', () => {
    const text =
      '# Plan\nFirst\nsecond\n\n- one\n- two\n  more\n\n3) three\n\n> said\n> so\n\n```\na  *b*\n```'
    expect(parseMarkdown(text)).toEqual([
      { kind: 'heading', children: ['Plan'] },
      { kind: 'paragraph', children: ['First', { kind: 'break' }, 'second'] },
      { kind: 'list', isOrdered: false, items: [['one'], ['two', { kind: 'break' }, 'more']] },
      { kind: 'list', isOrdered: true, items: [['three']] },
      {
        kind: 'quote',
        children: [{ kind: 'paragraph', children: ['said', { kind: 'break' }, 'so'] }],
      },
      { kind: 'code', text: 'a  *b*' },
    ])
  })

  test('of anything is read to its end, without an error, and links to the web alone', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '$',
        '```',
        '[',
        '](',
        ')',
        '> ',
        '- ',
        '1. ',
        '# ',
        '\n',
        ' ',
        '\\',
      ],
      ...['javascript:x', 'data:text/html,x', 'https://a.example', 'word', '<i>', 'ß', '\u{1f600}'],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const blocks = parseMarkdown(pieces.join(''))
        for (const href of linksOf(blocks)) expect(href).toMatch(/^https?:\/\//)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps every word that was typed', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const mark = fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      ' *',
      '* ',
      ' **',
      '** ',
      '\n- ',
      '\n> ',
      ' `',
      '` ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, word)), (pairs) => {
        const read = JSON.stringify(parseMarkdown(pairs.flat().join('')))
        for (const [, word] of pairs) expect(read).toContain(word)
      }),
    )
  })

  // What takes steps by the square of its length would not be done before the test's own limit.
  test.each(['*', '**a ', '$', '$a ', '[', '`', '_a', '> ', '- \n', '```\n'])(
    'of a hundred thousand times %j is read to its end',
    (mark) => {
      const blocks = parseMarkdown(mark.repeat(100_000))
      expect(blocks.length).toBeGreaterThan(0)
      expect(JSON.stringify(blocks).length).toBeLessThan(mark.length * 2_000_000)
    },
  )
})
