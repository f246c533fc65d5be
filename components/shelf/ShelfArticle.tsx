import { t } from '@/lib/i18n.ts'
import { nameOfId } from '@/lib/model/paper-id.ts'
import { formatRoute } from '@/lib/model/route.ts'
import type { ReadingStatus } from '@/lib/model/saved-paper.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { Appeared } from '../Appeared.tsx'
import { Byline } from '../Byline.tsx'
import { PaperFacts } from '../PaperFacts.tsx'
import { PaperTitle } from '../PaperTitle.tsx'
import { PendingNote } from '../PendingNote.tsx'
import { SaveButton } from '../SaveButton.tsx'
import { NoteField } from './NoteField.tsx'
import { SelectableArticle } from './SelectableArticle.tsx'
import { ShelfState } from './ShelfState.tsx'
import { TagList } from './TagList.tsx'

/** What can be done with a paper that is kept, wherever it is shown. */
export interface KeepActions {
  onStatus(id: string, status: ReadingStatus): void
  onTags(id: string, change: { add?: string[]; remove?: string[] }): void
  onTypeNote(id: string, text: string, base: string): void
  onNote(id: string, text: string): void
}

export interface RowActions extends KeepActions {
  onOpen(id: string): void
  onSave(id: string, isSaved: boolean): void
  /** The paper was clicked to be selected: alone, or with all since the last one. */
  onSelect(id: string, isRange: boolean): void
}

/** A saved paper in the list: what it is, how far one has come, and what one made of it. */
export function ShelfArticle(props: {
  row: ShelfRow
  /** From 1. */
  position: number
  total: number
  isSelected: boolean
  knownTags: readonly { tag: string }[]
  actions: RowActions
}) {
  const { row, position, total, isSelected, knownTags, actions } = props
  const { id, title } = row
  const titleId = `title-${id}`
  return (
    <SelectableArticle
      {...{ id, title, titleId, position, total, isSelected }}
      isRead={row.isRead}
      onSelect={actions.onSelect}
    >
      <div class="shelf-paper">
        <PaperTitle id={titleId} card={row} onOpen={actions.onOpen} />
        {/* One that waits may have come with its authors. */}
        {(row.authorCount > 0 || row.pendingSince === undefined) && (
          <Byline
            authors={row.authors}
            authorCount={row.authorCount}
            href={formatRoute({ view: 'paper', id })}
          />
        )}
        <Appeared paper={row} />
        <PendingNote card={row} />
        <PaperFacts card={row} onOpen={actions.onOpen}>
          <a href={formatRoute({ view: 'paper', id })}>{t('paper.abstract')}</a>
        </PaperFacts>
      </div>
      <div class="shelf-own">
        <ShelfState row={row} onStatus={actions.onStatus} />
        <NoteField
          note={row.note}
          title={title}
          onType={(text, base) => actions.onTypeNote(id, text, base)}
          onSave={(text) => actions.onNote(id, text)}
        />
        <TagList
          title={title}
          tags={row.tags}
          known={knownTags}
          onChange={(change) => actions.onTags(id, change)}
        />
      </div>
      <SaveButton card={row} onSave={actions.onSave} />
    </SelectableArticle>
  )
}

/** The place of a paper whose row is on its way. */
export function RowToCome({
  id,
  position,
  total,
}: {
  id: string
  position: number
  total: number
}) {
  return (
    <article
      class="paper shelf-row is-to-come"
      data-paper-id={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus may pass it before it is read
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={total}
      aria-busy="true"
      aria-label={nameOfId(id)}
    />
  )
}
