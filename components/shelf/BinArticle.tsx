import { formatDate, formatList } from '@/lib/format.ts'
import { t } from '@/lib/i18n.ts'
import { formatRoute } from '@/lib/model/route.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { written } from '@/lib/model/written.ts'
import { Byline } from '../Byline.tsx'
import { TexText } from '../tex/TexText.tsx'
import { Markdown } from './Markdown.tsx'
import { SelectableArticle } from './SelectableArticle.tsx'

export interface BinActions {
  onSelect(id: string, isRange: boolean): void
  onRestore(id: string): void
  onDelete(id: string): void
}

/** A paper that was let go: what comes back with it, and the two ways it can go. */
export function BinArticle(props: {
  row: ShelfRow
  /** From 1. */
  position: number
  total: number
  isSelected: boolean
  actions: BinActions
}) {
  const { row, position, total, isSelected, actions } = props
  const { id, title, tags, note, releasedAt = 0 } = row
  const titleId = `title-${id}`
  return (
    <SelectableArticle
      {...{ id, title, titleId, position, total, isSelected }}
      onSelect={actions.onSelect}
    >
      <div class="shelf-paper">
        <h2 class="paper-title" {...written(title)} id={titleId}>
          <a href={formatRoute({ view: 'paper', id })}>
            <TexText text={title} />
          </a>
        </h2>
        <Byline
          authors={row.authors}
          authorCount={row.authorCount}
          href={formatRoute({ view: 'paper', id })}
        />
      </div>
      <div class="shelf-own">
        <p class="shelf-state">
          <span>{t('bin.deletedOn', { date: formatDate(releasedAt) })}</span>
          {tags.length > 0 && <span>{formatList(tags)}</span>}
        </p>
        {note && (
          <div class="note">
            <div class="note-text" dir="auto">
              <Markdown text={note} />
            </div>
          </div>
        )}
        <p class="bin-actions">
          <button
            type="button"
            class="save"
            aria-label={t('bin.restoreNamed', { title })}
            onClick={() => actions.onRestore(id)}
          >
            {t('bin.restore')}
          </button>
          <button
            type="button"
            class="quiet-button"
            aria-label={t('bin.deleteNamed', { title })}
            onClick={() => actions.onDelete(id)}
          >
            {t('bin.delete')}
          </button>
        </p>
      </div>
    </SelectableArticle>
  )
}
