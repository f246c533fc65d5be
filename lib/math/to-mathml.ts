import buildMathML, { type BuiltNode } from 'temml/src/buildMathML.js'
import parseTree from 'temml/src/parseTree.js'
import Settings from 'temml/src/Settings.js'
import Style from 'temml/src/Style.js'

/** An element of MathML with its attributes and children, or a text. */
export type MathNode = string | MathElement

export interface MathElement {
  name: string
  attributes: Record<string, string>
  children: MathNode[]
}

const elements = new Set(
  'math mrow mi mo mn mtext mspace mstyle mpadded mphantom mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd'.split(
    ' ',
  ),
)

const attributeNames = new Set(
  'accent accentunder columnspan depth dir display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
)

/** No length that a formula asks for may be greater (em, and points), nor may macros unfold further. */
const maxSize: [number, number] = [10, 100]
const maxExpand = 200

/** Macros of its own: ten lines of them can unfold to millions of letters, or roots without an end. */
const defines = /\\(?:[egx]?def|let|futurelet|(?:new|renew|provide)command)(?![a-zA-Z])/

/**
 * A formula of TeX as MathML; undefined when it cannot be read, or needs more than plain elements
 * show. Only elements and attributes that are known to be harmless come out of it: no link, no
 * picture, no style, which the pages' policy would turn down.
 */
export function toMathml(tex: string, isDisplay: boolean): MathElement | undefined {
  if (defines.test(tex)) return undefined
  try {
    const options = { displayMode: isDisplay, throwOnError: true, trust: false, strict: false }
    const settings = new Settings({ ...options, maxSize, maxExpand })
    const style = new Style({ level: isDisplay ? 0 : 1, maxSize })
    const [math] = copy(buildMathML(parseTree(tex, settings), tex, style, settings))
    return typeof math === 'object' ? math : undefined
  } catch {
    // What was written is shown instead, whatever was wrong with it.
    return undefined
  }
}

/** Throws an error at an element that is not known. */
function copy(node: BuiltNode): MathNode[] {
  if (node.text !== undefined) return [node.text]
  const children = (node.children ?? []).flatMap(copy)
  const name = node.type
  if (name === undefined) return children
  if (!elements.has(name)) throw new Error(`No element for a formula: ${name}`)
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    if (attributeNames.has(key)) attributes[key] = String(value)
  }
  // Temml keeps accents from being small by a style.
  const depth = node.style?.['math-depth'] ?? node.style?.mathDepth
  if (depth !== undefined) attributes.scriptlevel = String(depth)
  return [{ name, attributes, children }]
}
