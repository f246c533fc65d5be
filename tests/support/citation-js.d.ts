// What the tests use of citation-js, which comes without types.

declare module '@citation-js/core' {
  export class Cite {
    /** A text of any format that a plugin reads, or items of CSL-JSON. */
    constructor(input: string | readonly object[], options?: { forceType?: string })
    /** As CSL-JSON. */
    data: Record<string, unknown>[]
    format(format: string, options?: Record<string, unknown>): string
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
