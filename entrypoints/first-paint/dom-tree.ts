/** An element as it is written down: its name, attributes and children; or a text. */
export type DomTree = string | [string, Record<string, string>, DomTree[]]

/** Writes an element down, so that `build` in public/first-paint.js can make it again. */
export function toTree(node: Node): DomTree {
  if (!(node instanceof Element)) return node.nodeValue ?? ''
  const attributes = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [name, value] as const),
  )
  // What a field shows is a property, of which nothing is to be seen in its attributes.
  if (node instanceof HTMLInputElement && node.value) attributes.value = node.value
  return [node.localName, attributes, [...node.childNodes].map(toTree)]
}
