import { type ComponentChildren, Fragment } from 'preact'
import { fill, type PluralKey, pieces, type TextKey } from '@/lib/i18n.ts'

/** What comes in the place of `{name}`, or is drawn around the words in `<name>…</name>`. */
type Part = ComponentChildren | ((inside: string) => ComponentChildren)

/** A text with elements in it. What is in it is text, also where it looks like HTML. */
export function Message({
  of,
  count,
  parts,
}: {
  of: TextKey | PluralKey
  /** Of a text about a number. */
  count?: number
  parts: Record<string, Part>
}) {
  const given: Record<string, Part> = { count, ...parts }
  // Of what is filled in, only strings and numbers are asked for.
  const plain = given as Record<string, string | number>
  return (
    <>
      {pieces(of, count).map((piece, i) => (
        <Fragment key={i}>{draw(piece)}</Fragment>
      ))}
    </>
  )

  function draw(piece: string | { name: string; inside?: string }): ComponentChildren {
    if (typeof piece === 'string') return piece
    const { name, inside } = piece
    const part = given[name]
    if (typeof part === 'function') return part(fill(inside ?? '', plain))
    return /string|number/.test(typeof part) ? fill(`{${name}}`, plain) : part
  }
}
