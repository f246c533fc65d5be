/**
 * What leaves this browser other than by a single, plainly labelled press, in the words of
 * Firefox's own question about it:
 * https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
 */
type DataKind = 'authenticationInfo' | 'websiteContent'

/** A folder is synced all the time, with what was saved, its notes among it, and a password. */
export const folderData: readonly DataKind[] = ['authenticationInfo', 'websiteContent']

/**
 * To be asked together with the access to a host: leave to send these kinds of data. Firefox
 * puts all of it into one question, and asks nothing twice; other browsers have no such question.
 */
export function toSend(...kinds: DataKind[]): { data_collection?: DataKind[] } {
  return import.meta.env.BROWSER === 'firefox' ? { data_collection: kinds } : {}
}
