/**
 * A paper of a sending to Zotero that has not come to its end: written before it is handed over,
 * and taken out when all that were sent with it are there. So a page can be closed, or the browser
 * end, in the midst of it.
 */
export interface OutboxRow {
  id: string
  /** The name under which it was handed over; to the same name, Zotero answers what became of it. */
  session: string
  /** Zotero said that it has it. */
  isThere: boolean
}
