/** The URL when it is http(s), otherwise nothing: `javascript:` and the like never get in. */
export function httpUrl(text: string): string | undefined {
  const url = URL.parse(text.trim())
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** First parts of a path on GitHub that are pages of GitHub's, not owners. */
const notOwners = new Set(['orgs', 'topics', 'sponsors', 'users', 'search', 'apps', 'collections'])

/**
 * `owner/name` from the address of a GitHub repository, or nothing. The feed's addresses
 * go on into folders, end in `.git`, double their slashes and hold line breaks.
 */
export function githubRepository(text: string): string | undefined {
  const match = /^https?:\/\/(?:www\.)?github\.com[\s/]+([\w.-]+)[\s/]+([\w.-]+)/i.exec(text.trim())
  const [, owner, name] = match ?? []
  const bare = name?.replace(/\.git$/i, '')
  if (!owner || !bare || notOwners.has(owner.toLowerCase()) || /^\.+$/.test(bare)) return undefined
  return `${owner}/${bare}`
}
