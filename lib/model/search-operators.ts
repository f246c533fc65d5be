/** The words of the query language that stand before a colon, each with what it is for. */
export const operators = [
  { name: 'title:', hint: 'a word of the title' },
  { name: 'author:', hint: 'an author' },
  { name: 'abs:', hint: 'a word of the abstract' },
  { name: 'org:', hint: 'an organisation' },
  { name: 'tag:', hint: 'a keyword' },
  { name: 'id:', hint: 'an arXiv id' },
  { name: 'is:saved', hint: 'only what you saved' },
  { name: 'is:unread', hint: 'only what you have not opened' },
  { name: 'has:code', hint: 'only papers with a repository' },
  { name: 'after:2025-03', hint: 'published from then on' },
  { name: 'before:2025-03', hint: 'published before that' },
  { name: 'in:week', hint: 'this week, or in:2025-W10, in:2025-03' },
  { name: 'top:50', hint: 'with at least so many upvotes' },
  { name: 'sort:new', hint: 'newest first; also votes, relevance' },
] as const
