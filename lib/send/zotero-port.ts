/** Zotero's own; it can be told another in its `httpServer.port`. */
export const zoteroPort = 23_119

/** The port a reader meant; Zotero's own for an empty field, undefined when it is none. */
export function readPort(text: string): number | undefined {
  const typed = text.trim()
  if (typed === '') return zoteroPort
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  return port >= 1 && port <= 65_535 ? port : undefined
}
