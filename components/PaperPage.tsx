import type { ComponentChildren } from 'preact'
import { formatPublished } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { Paper } from '@/lib/model/paper.ts'
import { nameOfId } from '@/lib/model/paper-id.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { written } from '@/lib/model/written.ts'
import { Appeared } from './Appeared.tsx'
import { Byline } from './Byline.tsx'
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
  const language = written(card.title)
  const name = nameOfId(paper.id)
  // Of one that waits the day is a guess.
  const published = card.pendingSince === undefined ? formatPublished(paper) : undefined
  return (
    <article
      class="paper paper-page"
      data-paper-id={paper.id}
      dir={language.dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the paper that has the focus
      tabIndex={0}
    >
      <p class="paper-kicker">
        {paper.organization && <span class="paper-org">{paper.organization.fullName}</span>}
      </p>
      <PaperTitle id={`title-${paper.id}`} card={card} onOpen={actions.onOpen} />
      {/* No more names are stored: the paper's own page has them all. */}
      <Byline
        authors={paper.authors}
        authorCount={paper.authorCount}
        href={paperLinks(paper).page}
      />
      <Appeared paper={paper} />
      {card.hasPicture && <PaperPicture card={card} url={picture} onOpen={actions.onOpen} />}
      {paper.tldr && (
        <p class="paper-blurb" {...language}>
          <TexText text={paper.tldr} />
        </p>
      )}
      <PendingNote card={card} />
      <p class="paper-abstract" {...language}>
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
