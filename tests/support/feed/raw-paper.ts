/** One day of the feed, its records exactly as the API would send them. */
export type RawDay = { date: string; papers: unknown[] }

export type RawUser = {
  _id: string
  avatarUrl: string
  isPro: boolean
  fullname: string
  user: string
  type: 'user'
  name: string
}

export type RawAuthor = {
  _id: string
  user?: RawUser
  name: string
  status?: string
  statusLastChangedAt?: string
  hidden: boolean
}

export type RawOrganization = { _id: string; name: string; fullname: string; avatar?: string }

/** The inner object. A key the API leaves out is absent here too, never null or undefined. */
export type RawPaper = {
  id: string
  authors: RawAuthor[]
  mediaUrls?: string[]
  publishedAt: string
  submittedOnDailyAt: string
  title: string
  submittedOnDailyBy: RawUser
  summary: string
  upvotes: number
  discussionId: string
  projectPage?: string
  githubRepo?: string
  githubRepoAddedBy?: string
  ai_summary?: string
  ai_keywords?: string[]
  ai_summary_model?: string
  githubStars?: number
  organization?: RawOrganization
}

export type RawSubmitter = Omit<RawUser, 'user'> & {
  isHf: boolean
  isHfAdmin: boolean
  isMod: boolean
  followerCount?: number
  isUserFollowing: boolean
}

/** An element of `GET /api/daily_papers`. Its `publishedAt` is four hours early, as the API's is. */
export type RawRecord = {
  paper: RawPaper
  publishedAt: string
  title: string
  summary: string
  mediaUrls?: string[]
  thumbnail: string
  numComments: number
  submittedBy: RawSubmitter
  organization?: RawOrganization
  isAuthorParticipating: boolean
}
