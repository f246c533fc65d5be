/** The title of one of them. */
export const hostileTitle = '<script>pwned = 1</script><img src=x onerror="pwned = 1">'

/** How many of them nobody can read: the first. */
export const unreadable = 5

/** Breaks the first five records beyond use, and makes four more as odd as they may be. */
// biome-ignore lint/suspicious/noExplicitAny: raw records, to be broken.
export function makeOdd(records: any[]): unknown[] {
  const [noTitle, textForVotes, noPaper, noId, , crowded, linked, hostile] = records
  delete noTitle.paper.title
  delete noTitle.title
  textForVotes.paper.upvotes = 'many'
  noPaper.paper = null
  noId.paper.id = 7
  records[4] = 'not a record'
  crowded.paper.authors = Array.from({ length: 3303 }, (_, i) => ({ name: `Author ${i}` }))
  linked.paper.projectPage = 'javascript:pwned = 1'
  linked.paper.githubRepo = 'javascript:pwned = 1'
  hostile.paper.title = hostileTitle
  hostile.title = hostileTitle
  return [...records, structuredClone(crowded)]
}
