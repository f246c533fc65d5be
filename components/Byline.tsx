import { formatCount } from '@/lib/format.ts'

/** The first authors "and N more", which leads to the page that names them all. */
export function Byline(props: { authors: string[]; authorCount: number; href: string }) {
  const { authors, authorCount, href } = props
  const more = authorCount - authors.length
  if (authors.length === 0) return null
  return (
    <p class="paper-byline">
      {authors.join(', ')}
      {more > 0 && (
        <>
          {' '}
          <a
            class="paper-more-authors"
            href={href}
            target={href.startsWith('#') ? undefined : '_blank'}
            title="All authors and the abstract"
          >
            and {formatCount(more)} more
          </a>
        </>
      )}
    </p>
  )
}
