import { parseSync } from 'vite'

/** A text in the code that a reader would see or hear. */
export interface SpokenString {
  path: string
  text: string
}

type Node = { type: string } & Record<string, unknown>

// Names, which are the same in every language, and what is typed rather than said.
const names =
  /^(Paperboy|arXiv( \u{fffc})?|Hugging Face( endpoint)?|Zotero|GitHub|PDF|BibTeX|BibLaTeX|RIS|CSL-JSON|Markdown|PaperMemory|OpenReview|ACL Anthology|WebDAV|npm run [\w:-]+|\w+:\/\/\S*|[a-z]+\.[\w.]+|\S*@\S*)$/u

/** Attributes, and properties of components, whose value is no text. */
const silentAttributes = new Set(
  `chord class id href type name role for htmlFor rel target key value of scope list method layout as
  autocomplete inputmode autocapitalize enterkeyhint spellcheck hintId dir lang style slot popover
  popovertarget popovertargetaction loading decoding field kind height width tag d fill viewBox xmlns
  charset media sizes src srcset accept section by mode icon variant home`.split(/\s+/),
)

const spokenAria = /^aria-(label|description|roledescription|valuetext|placeholder)$/

/** Calls whose texts are for a programmer, a selector or the machine. */
const silentCalls =
  /^(console\.\w+|.*\.(querySelector|querySelectorAll|closest|matches|addEventListener|removeEventListener|stores|version|where|orderBy|getPropertyValue|setProperty|observe|request|dispatchEvent|getElementById|startsWith|endsWith|includes|replace|replaceAll|split|test|match)|all|TypeError|RangeError|SyntaxError|DOMException|RegExp|KeyboardEvent|defineModel)$/

const twoWords = /\p{L}{2,}[,;:]? \p{L}{2,}/u
const aWord = /^\p{Lu}\p{Ll}+(\s|…|$)/u
const letters = /\p{L}{2,}/u

/**
 * Finds what is said in a source file without the locales: words between tags and in attributes
 * that are shown or read out, and sentences anywhere else.
 */
export function spokenStrings(path: string, source: string): SpokenString[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: string[] = []
  visit(program as unknown as Node, [])
  return found.map((text) => ({ path, text }))

  function visit(node: Node, above: readonly Node[]): void {
    if (isSilent(node)) return
    const text = textOf(node)
    if (text !== undefined && isSpoken(text, node, above)) found.push(text.trim())
    for (const [key, child] of Object.entries(node)) {
      if (key === 'key' && !node.computed) continue
      for (const each of Array.isArray(child) ? child : [child]) {
        if (typeof each?.type === 'string') visit(each as Node, [...above, node])
      }
    }
  }
}

/** The words of a literal, a template or a text between tags; its values are a letter that is none. */
function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string')) {
    return String(node.value)
  }
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node.quasis as { value: { cooked: string } }[]
  return quasis.map(({ value }) => value.cooked).join('\u{fffc}')
}

function isSilent(node: Node): boolean {
  if (
    /^(Import|Export(All|Named)|TS)/.test(node.type) &&
    !/^TS(As|Satisfies|NonNull)/.test(node.type)
  ) {
    return node.type !== 'ExportNamedDeclaration'
  }
  if (node.type === 'JSXAttribute') {
    const name = nameOf(node.name)
    return name.startsWith('aria-') ? !spokenAria.test(name) : silentAttributes.has(name)
  }
  if (node.type === 'TaggedTemplateExpression') return true
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    return silentCalls.test(nameOf(node.callee))
  }
  return false
}

function isSpoken(text: string, node: Node, above: readonly Node[]): boolean {
  const words = text.trim()
  if (names.test(words) || !letters.test(words)) return false
  if (node.type === 'JSXText') return true
  const parent = above.at(-1)
  if (parent?.type === 'SwitchCase' || isComparison(parent)) return false
  return isShown(above) || isProse(words)
}

/** True of what is drawn as it stands, or as one of two: nothing is done with it on the way. */
function isShown(above: readonly Node[]): boolean {
  const at = above.findLast(({ type }) => !/^(Conditional|Logical|Binary)Expression$/.test(type))
  return at?.type === 'JSXAttribute' || at?.type === 'JSXExpressionContainer'
}

function isComparison(node: Node | undefined): boolean {
  return node?.type === 'BinaryExpression' && node.operator !== '+'
}

/** Words with a space between them; code and markup have other signs as well. */
function isProse(words: string): boolean {
  return (twoWords.test(words) || aWord.test(words)) && !/[{}()<>=[\]#;]|^\W|\.\w/.test(words)
}

function nameOf(node: unknown): string {
  const { type, name, object, property, namespace } = node as Record<string, unknown>
  if (type === 'MemberExpression') return `${nameOf(object)}.${nameOf(property)}`
  if (type === 'JSXNamespacedName') return `${nameOf(namespace)}:${nameOf(name)}`
  return typeof name === 'string' ? name : ''
}
