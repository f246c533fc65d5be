import { t } from '@/lib/i18n.ts'

import { Message } from './Message.tsx'

/** The first authors "and N more", which leads to the page that names them all. */
export function Byline(props: {
  authors: string[]
  authorCount: number
  /** Absent where no page of ours names them. */
  href?: string
}) {
  const { authors, authorCount, href } = props
  const more = authorCount - authors.length
  if (authors.length === 0) return null
  const names = authors.flatMap((name, i) => [
    i > 0 && t('list.separator'),
    <bdi key={i}>{name}</bdi>,
  ])
  return (
    <p class="paper-byline">
      {more > 0 ? (
        <Message
          of="paper.moreAuthors"
          count={more}
          parts={{
            authors: names,
            more: (text) =>
              href === undefined ? (
                text
              ) : (
                <a
                  class="paper-more-authors"
                  href={href}
                  target={href.startsWith('#') ? undefined : '_blank'}
                  title={t('paper.allAuthors')}
                >
                  {text}
                </a>
              ),
          }}
        />
      ) : (
        names
      )}
    </p>
  )
}
