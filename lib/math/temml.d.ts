// The parts of Temml that are used, straight from its sources: its one module brings chemistry,
// physics and a page renderer along, which are a fifth of it.
declare module 'temml/src/Settings.js' {
  export default class Settings {
    constructor(options: {
      displayMode: boolean
      throwOnError: boolean
      trust: boolean
      strict: boolean
      maxSize: [number, number]
      maxExpand: number
    })
  }
}

declare module 'temml/src/Style.js' {
  export default class Style {
    constructor(data: { level: number; maxSize: [number, number] })
  }
}

declare module 'temml/src/parseTree.js' {
  import type Settings from 'temml/src/Settings.js'

  export default function parseTree(tex: string, settings: Settings): unknown[]
}

declare module 'temml/src/buildMathML.js' {
  import type Settings from 'temml/src/Settings.js'
  import type Style from 'temml/src/Style.js'

  /** A node of what is built: an element of MathML has a `type`, a text `text`, a group neither. */
  export interface BuiltNode {
    type?: string
    text?: string
    attributes?: Record<string, unknown>
    classes?: string[]
    style?: Record<string, unknown>
    children?: BuiltNode[]
  }

  export default function buildMathML(
    tree: unknown[],
    tex: string,
    style: Style,
    settings: Settings,
  ): BuiltNode
}
