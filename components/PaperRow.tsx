import { useContext, useId } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { isOnHub, paperLinks } from '@/lib/model/paper-links.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { written } from '@/lib/model/written.ts'
import { Byline } from './Byline.tsx'
import { opens } from './PaperTitle.tsx'
import { PendingNote } from './PendingNote.tsx'
import { SaveButton } from './SaveButton.tsx'
import { Site } from './Site.ts'
import { TexText } from './tex/TexText.tsx'

/** A paper in the narrow lists of the popup; its link opens a tab, since a popup closes. */
export function PaperRow(props: {
  card: PaperCard
  position: number
  total: number
  onSave: (id: string, isSaved: boolean) => void
  onOpen: (id: string) => void
}) {
  const { card, position, total, onSave, onOpen } = props
  // The same paper may stand in two lists.
  const titleId = useId()
  const language = written(card.title)
  return (
    <article
      class={card.isRead ? 'row is-read' : 'row'}
      data-paper-id={card.id}
      dir={language.dir}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
    >
      <h3 class="paper-title" {...language} id={titleId}>
        <a
          href={paperLinks(card, useContext(Site)).home}
          target="_blank"
          {...opens(card.id, onOpen)}
        >
          <TexText text={card.title} />
        </a>
      </h3>
      <Byline
        // On one line, and whole.
        authors={card.authors.slice(0, card.authorCount > 2 ? 1 : 2)}
        authorCount={card.authorCount}
        href={`/newtab.html${formatRoute({ view: 'paper', id: card.id })}`}
      />
      <PendingNote card={card} />
      {isOnHub(card) && <span class="row-votes">▲ {formatCount(card.upvotes)}</span>}
      <SaveButton card={card} onSave={onSave} />
    </article>
  )
}
