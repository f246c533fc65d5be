/** What the page says of papers being sent somewhere, or that were. */
export interface SendReport {
  state: 'running' | 'done' | 'stopped'
  /** One sentence for the status line. */
  text: string
  /** Why it stopped, and what to do next. */
  problem?: string
  /** The papers that did not get there, by name, when it has stopped. */
  missing: readonly MissingPaper[]
  /** Where they can be looked at. */
  link?: { href: string; text: string }
}

export interface MissingPaper {
  id: string
  title: string
  /** Why, where it is this paper's own reason. */
  reason?: string
}
