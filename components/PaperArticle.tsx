import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { written } from '@/lib/model/written.ts'
import { Byline } from './Byline.tsx'
import { PaperFacts } from './PaperFacts.tsx'
import { PaperPicture } from './PaperPicture.tsx'
import { PaperTitle } from './PaperTitle.tsx'
import { PendingNote } from './PendingNote.tsx'
import { SaveButton } from './SaveButton.tsx'
import { TexText } from './tex/TexText.tsx'

/** What a list of papers can do with each of them. */
export interface PaperActions {
  onSave(id: string, isSaved: boolean): void
  onOpen(id: string): void
  onToggleAbstract(id: string): void
}

export interface PaperArticleProps {
  card: PaperCard
  /** From 1. */
  position: number
  /** How many the feed has in all. */
  total: number
  isNew: boolean
  /** The abstract when it is open. */
  abstract?: string
  /** The address of its picture, once that has been read. */
  picture?: string
  actions: PaperActions
}

/** A title of more characters than this is set smaller where it leads. */
const longTitle = 110

function classOf({ isRead, title }: PaperCard): string {
  return `paper${isRead ? ' is-read' : ''}${title.length > longTitle ? ' has-long-title' : ''}`
}

/** One paper of a feed: what it is, who wrote it, what people make of it, where it goes on. */
export function PaperArticle(props: PaperArticleProps) {
  const { card, position, total, isNew, abstract, picture, actions } = props
  const titleId = `title-${card.id}`
  const isOpen = abstract !== undefined
  const language = written(card.title)
  return (
    <article
      class={classOf(card)}
      data-paper-id={card.id}
      dir={language.dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: in the feed pattern the focus goes from article to article
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
    >
      <header class="paper-head">
        <p class="paper-kicker">
          <span class="paper-rank">{position}</span>
          {isNew && <span class="paper-new">{t('paper.new')}</span>}
          {card.organization && <span class="paper-org">{card.organization.fullName}</span>}
        </p>
        <PaperTitle id={titleId} card={card} onOpen={actions.onOpen} />
        <Byline
          authors={card.authors}
          authorCount={card.authorCount}
          href={formatRoute({ view: 'paper', id: card.id })}
        />
      </header>
      {card.hasPicture && <PaperPicture card={card} url={picture} onOpen={actions.onOpen} />}
      <div class="paper-body">
        <PendingNote card={card} />
        {card.blurb && (card.isTldr || !isOpen) && (
          <p class={card.isTldr ? 'paper-blurb is-tldr' : 'paper-blurb'} {...language}>
            <TexText text={card.blurb} />
          </p>
        )}
        {card.abstract && !isOpen && (
          <div class="paper-lead" {...language}>
            <p>
              <TexText text={card.abstract} />
            </p>
          </div>
        )}
        {isOpen && (
          <p class="paper-abstract" {...language}>
            <TexText text={abstract} />
          </p>
        )}
        <PaperFacts card={card} onOpen={actions.onOpen}>
          <button
            type="button"
            class="paper-more"
            aria-expanded={isOpen}
            onClick={() => actions.onToggleAbstract(card.id)}
          >
            {t('paper.abstract')}
          </button>
        </PaperFacts>
      </div>
      <SaveButton card={card} onSave={actions.onSave} />
    </article>
  )
}
