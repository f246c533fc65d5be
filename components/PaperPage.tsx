import type { ComponentChildren } from 'preact'
import { formatList } from '@/lib/format.ts'
import { formatPublished } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { Paper } from '@/lib/model/paper.ts'
import { nameOfId } from '@/lib/model/paper-id.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { Appeared } from './Appeared.tsx'
import { Message } from './Message.tsx'
import type { PaperActions } from './PaperArticle.tsx'
import { PaperFacts } from './PaperFacts.tsx'
import { PaperPicture } from './PaperPicture.tsx'
import { PaperTitle } from './PaperTitle.tsx'
import { PendingNote } from './PendingNote.tsx'
import { SaveButton } from './SaveButton.tsx'
import { TexText } from './tex/TexText.tsx'

/** One paper with everything stored of it; `children`: what can be done with it, what was made of it. */
export function PaperPage(props: {
  paper: Paper
  card: PaperCard
  /** The address of its picture, once that has been read. */
  picture?: string
  actions: PaperActions
  children?: ComponentChildren
}) {
  const { paper, card, picture, actions, children } = props
  const unnamed = paper.authorCount - paper.authors.length
  const name = nameOfId(paper.id)
  // Of one that waits the day is a guess.
  const published = card.pendingSince === undefined ? formatPublished(paper) : undefined
  const names = <span dir="auto">{formatList(paper.authors)}</span>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the paper that has the focus
    <article class="paper paper-page" data-paper-id={paper.id} tabIndex={0}>
      <p class="paper-kicker">
        {paper.organization && (
          <span class="paper-org" dir="auto">
            {paper.organization.fullName}
          </span>
        )}
      </p>
      <PaperTitle id={`title-${paper.id}`} card={card} onOpen={actions.onOpen} />
      <p class="paper-byline">
        {unnamed > 0 ? (
          <Message
            of="paper.moreAuthors"
            count={unnamed}
            parts={{
              authors: names,
              // No more names are stored: the paper's own page has them all.
              more: (text) => (
                <a class="paper-more-authors" href={paperLinks(paper).page}>
                  {text}
                </a>
              ),
            }}
          />
        ) : (
          names
        )}
      </p>
      <Appeared paper={paper} />
      {card.hasPicture && <PaperPicture card={card} url={picture} onOpen={actions.onOpen} />}
      {paper.tldr && (
        <p class="paper-blurb" dir="auto">
          <TexText text={paper.tldr} />
        </p>
      )}
      <PendingNote card={card} />
      <p class="paper-abstract" dir="auto">
        <TexText text={paper.abstract} />
      </p>
      {paper.keywords.length > 0 && (
        <ul class="paper-keywords" aria-label={t('paper.keywords')}>
          {paper.keywords.map((keyword) => (
            <li key={keyword}>{keyword}</li>
          ))}
        </ul>
      )}
      <PaperFacts card={card} onOpen={actions.onOpen}>
        {paper.repository && <span>{paper.repository}</span>}
        <span>
          {published && !paper.venue
            ? t('paper.idAndDate', { paper: name, date: published })
            : name}
        </span>
      </PaperFacts>
      <SaveButton card={card} onSave={actions.onSave} />
      {children}
    </article>
  )
}
