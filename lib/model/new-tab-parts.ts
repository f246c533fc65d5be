/** What the new tab shows besides the papers, or instead of them; each is off until turned on. */
export interface NewTabParts {
  /** Only a line that says how many papers are new, until a press shows them. */
  isCalm?: boolean
  /** A row of the sites that are visited most; needs the permission `topSites`. */
  hasTopSites?: boolean
  /** A box that asks the browser's own search engine; needs the permission `search`. */
  hasWebSearch?: boolean
}

/** The permission that a part cannot do without. */
export const permissionOfPart = { hasTopSites: 'topSites', hasWebSearch: 'search' } as const

export type PartWithPermission = keyof typeof permissionOfPart
