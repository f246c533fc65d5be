import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { type ReadingStatus, readingStatuses } from '@/lib/model/saved-paper.ts'
import type { ShelfView, TagCount } from '@/lib/model/shelf.ts'
import { statusName } from './StatusSelect.tsx'

/** The tags that stand in the head of the list before one asks for more. */
const tagsShown = 12

/** Where the saved papers are searched, filtered and put in order. */
export function ShelfHead(props: {
  view: ShelfView
  total: number
  tags: readonly TagCount[]
  statuses: Record<ReadingStatus, number> | undefined
  onType: (query: string) => void
  onSort: (sort: ShelfView['sort']) => void
  /** What can be done with all that is shown. */
  children?: ComponentChildren
}) {
  const { view, total, tags, statuses, onType, onSort, children } = props
  const box = useRef<HTMLInputElement>(null)
  const { query = '' } = view
  // Another view may have come by a link: the box says what is shown, unless it is typed in.
  useEffect(() => {
    const field = box.current
    if (field && document.activeElement !== field) field.value = query
  }, [query])
  return (
    <div class="shelf-head">
      <search class="shelf-search">
        <input
          ref={box}
          type="search"
          dir="auto"
          defaultValue={query}
          placeholder={t('shelf.searchHint')}
          aria-label={t('shelf.search')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <label class="shelf-sort">
          <span>{t('shelf.sortBy')}</span>
          <select
            value={view.sort ?? ''}
            onChange={(event) =>
              onSort((event.currentTarget.value || undefined) as typeof view.sort)
            }
          >
            <option value="">{t('shelf.lastSaved')}</option>
            <option value="published">{t('shelf.newest')}</option>
            <option value="votes">{t('shelf.mostUpvotes')}</option>
          </select>
        </label>
        {children}
      </search>
      <nav class="shelf-filters" aria-label={t('shelf.status')}>
        <FilterLink view={view} change={{ status: undefined }} isOn={!view.status} count={total}>
          {t('shelf.all')}
        </FilterLink>
        {readingStatuses.map((status) => (
          <FilterLink
            key={status}
            view={view}
            change={{ status }}
            isOn={view.status === status}
            count={statuses?.[status]}
          >
            {statusName(status)}
          </FilterLink>
        ))}
        <a class="shelf-bin" href={formatRoute({ view: 'bin' })}>
          {t('shelf.bin')}
        </a>
      </nav>
      {tags.length > 0 && <TagFilters view={view} tags={tags} />}
    </div>
  )
}

function TagFilters({ view, tags }: { view: ShelfView; tags: readonly TagCount[] }) {
  const chosen = view.tags ?? []
  const byUse = tags.toSorted((a, b) => b.count - a.count).slice(0, tagsShown)
  const first = tags.filter((each) => byUse.includes(each) || chosen.includes(each.tag))
  const others = tags.filter((each) => !first.includes(each))
  const link = ({ tag, count }: TagCount) => {
    const isOn = chosen.includes(tag)
    const next = isOn ? chosen.filter((each) => each !== tag) : [...chosen, tag]
    return (
      <FilterLink
        key={tag}
        view={view}
        change={{ tags: next.length > 0 ? next : undefined }}
        isOn={isOn}
        count={count}
      >
        {tag}
      </FilterLink>
    )
  }
  return (
    <nav class="shelf-filters shelf-tags" aria-label={t('shelf.tags')}>
      {first.map(link)}
      {others.length > 0 && (
        <details>
          <summary>{plural('shelf.moreTags', others.length)}</summary>
          <div class="shelf-filters">{others.map(link)}</div>
        </details>
      )}
    </nav>
  )
}

function FilterLink(props: {
  view: ShelfView
  change: Partial<ShelfView>
  isOn: boolean
  count: number | undefined
  children: string
}) {
  const { view, change, isOn, count, children } = props
  return (
    <a
      class="filter"
      href={formatRoute({ view: 'saved', ...view, ...change })}
      aria-current={isOn ? 'true' : undefined}
    >
      {children}
      {count !== undefined && <span class="filter-count"> {formatCount(count)}</span>}
    </a>
  )
}
