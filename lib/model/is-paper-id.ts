import { isArxivId } from './arxiv-id.ts'

/**
 * Ids of other sites in their one spelling. How the Anthology numbers papers, since 2020 and
 * before: https://aclanthology.org/info/ids/
 */
const idOfSite =
  /^(acl:(\d{4}\.[a-z\d_]+-[a-z\d_]+\.(0|[1-9]\d*)|[A-Z]\d\d-\d{4})|openreview:[\w-]{5,40})$/

/** What the ids of other sites begin with. */
export const sitePrefixes = ['acl:', 'openreview:']

/** What papers are kept by: an arXiv id, or one of another site with the site before it. */
export function isPaperId(text: string): boolean {
  return isArxivId(text) || idOfSite.test(text)
}
