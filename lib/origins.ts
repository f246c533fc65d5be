/** The permission that an address needs: its host and no other. Match patterns know no ports. */
export function originsOf(url: string): { origins: string[] } {
  const { protocol, hostname } = new URL(url)
  return { origins: [`${protocol}//${hostname}/*`] }
}
