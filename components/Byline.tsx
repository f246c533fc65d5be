import { formatCount } from '@/lib/format.ts'

/** The first authors "and N more". */
export function Byline({ authors, authorCount }: { authors: string[]; authorCount: number }) {
  const more = authorCount - authors.length
  if (authors.length === 0) return null
  return (
    <p class="paper-byline">
      {authors.join(', ')}
      {more > 0 && <span class="paper-more-authors"> and {formatCount(more)} more</span>}
    </p>
  )
}
