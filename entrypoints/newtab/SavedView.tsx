import { t } from '@/lib/i18n.ts'
import '@/components/shelf/shelf.css'
import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { Notice } from '@/components/Notice.tsx'
import { SavedActions, SelectionBar } from '@/components/shelf/SelectionBar.tsx'
import { type RowActions, RowToCome, ShelfArticle } from '@/components/shelf/ShelfArticle.tsx'
import { ShelfHead } from '@/components/shelf/ShelfHead.tsx'
import { KnownTags } from '@/components/shelf/TagInput.tsx'
import { WindowedFeed } from '@/components/shelf/WindowedFeed.tsx'
import { formatPapers } from '@/lib/format.ts'
import { formatRoute, type Route } from '@/lib/model/route.ts'
import { nothingSelected } from '@/lib/model/selection.ts'
import { isFiltered, type ShelfView } from '@/lib/model/shelf.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import type { Shelf } from '@/lib/state/shelf.ts'
import { keepActions } from './keep-actions.ts'
import { SendPanel } from './later-views.ts'
import { selectsAmong } from './list-selection.ts'

/** How tall a row is on a wide page, most often (px). */
const usualRow = 132

/** The saved papers: what is shown of them, the list, and what is done with those selected. */
export function SavedView(props: {
  tab: NewTab
  shelf: Shelf
  live: Promise<NewTabCommands>
  ids: readonly string[]
  total: number
  /** These are the first alone: the others are on their way. */
  isPartial: boolean
}) {
  const { tab, shelf, live, ids, total, isPartial } = props
  const route = tab.route.value
  const view: ShelfView = route.view === 'saved' ? route : {}
  const rows = shelf.rows.value
  const selection = shelf.selection.value
  const knownTags = shelf.tags.value
  const selected = () => ids.filter((id) => selection.ids.has(id))
  const actions: RowActions = {
    ...keepActions(shelf),
    onSelect: selectsAmong(shelf.selection, ids),
    onOpen: async (id) => (await live).markOpened(id),
    onSave: async (id, isSaved) => (await live).setSaved(id, isSaved),
  }
  return (
    <div class="shelf">
      <ShelfHead
        view={view}
        total={total}
        tags={knownTags}
        statuses={shelf.statuses.value}
        onType={(query) => showWhileTyping(tab, { ...view, query: query || undefined })}
        onSort={(sort) => goTo({ view: 'saved', ...view, sort })}
      >
        {ids.length > 0 && (
          <CiteMenu
            label={isFiltered(view) ? t('cite.these') : t('cite.all')}
            what={formatPapers(isPartial ? total : ids.length)}
            onCite={async (format, to) =>
              (await live).cite(isPartial ? { isAllSaved: true } : { ids }, format, to)
            }
          />
        )}
      </ShelfHead>
      <KnownTags tags={knownTags} />
      {ids.length > 0 ? (
        <WindowedFeed
          ids={ids}
          toCome={isPartial ? total - ids.length : 0}
          label={t('view.savedPapers')}
          guess={usualRow}
          isBusy={false}
          onDraw={(drawn) => shelf.show(drawn)}
          row={(id, index) => {
            const row = rows.get(id)
            const place = { position: index + 1, total: isPartial ? total : ids.length }
            if (!row) return <RowToCome key={id} id={id} {...place} />
            const isSelected = selection.ids.has(id)
            return <ShelfArticle key={id} {...{ row, ...place, isSelected, knownTags, actions }} />
          }}
        />
      ) : (
        <Notice title={t('empty.noneLikeThis')}>
          <p>
            {isFiltered(view) && (
              <a href={formatRoute({ view: 'saved', sort: view.sort })}>{t('empty.showAll')}</a>
            )}
          </p>
        </Notice>
      )}
      {selection.ids.size > 0 && (
        <SelectionBar
          count={selection.ids.size}
          onClear={() => {
            shelf.selection.value = nothingSelected
          }}
        >
          <SavedActions
            known={knownTags}
            tagsOfSelected={() => shelf.tagsAmong(selected())}
            onStatus={(status) => shelf.setStatus(selected(), status)}
            onTags={(change) => shelf.changeTags(selected(), change)}
            onDelete={() => shelf.release(selected())}
          />
          <CiteMenu
            what={formatPapers(selection.ids.size)}
            onCite={async (format, to) => (await live).cite({ ids: selected() }, format, to)}
          />
          <SendPanel ids={selected()} tab={tab} live={live} />
        </SelectionBar>
      )}
    </div>
  )
}

/** A pause in typing. */
const pauseMs = 150
let pause: ReturnType<typeof setTimeout> | undefined

/** Shows what each letter finds at once; the address follows after a pause. */
function showWhileTyping(tab: NewTab, view: ShelfView): void {
  clearTimeout(pause)
  const route: Route = { view: 'saved', ...view }
  tab.route.value = route
  // Unless the reader has gone elsewhere by then.
  pause = setTimeout(() => tab.route.peek() === route && goTo(route), pauseMs)
}

/** One view of what is saved is one step back, however it was come by. */
function goTo(route: Route): void {
  clearTimeout(pause)
  location.replace(formatRoute(route))
}
