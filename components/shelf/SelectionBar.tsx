import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'
import { type ReadingStatus, readingStatuses } from '@/lib/model/saved-paper.ts'
import type { TagCount } from '@/lib/model/shelf.ts'
import { Key } from '../Key.tsx'
import { useKeepClear } from './keep-clear.ts'
import { statusName } from './StatusSelect.tsx'
import { TagInput } from './TagInput.tsx'

/**
 * How many papers are selected, and what can be done with all of them. `children` is the place
 * of what else is done with papers: citing them, sending them somewhere.
 */
export function SelectionBar(props: {
  count: number
  children?: ComponentChildren
  onClear: () => void
}) {
  const { count, children, onClear } = props
  const bar = useRef<HTMLElement>(null)
  useKeepClear(bar)
  return (
    <section ref={bar} class="selection-bar" aria-label={t('selection.label')}>
      <p role="status" class="selection-count">
        {plural('selection.count', count)}
      </p>
      {children}
      <button type="button" class="quiet-button selection-clear" onClick={onClear}>
        {t('selection.clear')} <Key chord="Escape" />
      </button>
    </section>
  )
}

/** Status, tags and deleting, for many saved papers. */
export function SavedActions(props: {
  known: readonly TagCount[]
  /** The tags that some of the selected papers have; asked for when they are to be shown. */
  tagsOfSelected: () => Promise<readonly TagCount[]>
  onStatus: (status: ReadingStatus) => void
  onTags: (change: { add?: string[]; remove?: string[] }) => Promise<void>
  onDelete: () => void
}) {
  const { known, tagsOfSelected, onStatus, onTags, onDelete } = props
  const [isTagging, setTagging] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const [tags, setTags] = useState<readonly TagCount[]>([])
  const readTags = async () => setTags(await tagsOfSelected())
  const change = async (tags: { add?: string[]; remove?: string[] }) => {
    await onTags(tags)
    await readTags()
  }
  useEffect(() => {
    if (isTagging) void readTags()
  }, [isTagging])
  return (
    <>
      <select
        class="status-select button"
        aria-label={t('selection.statusOf')}
        value=""
        onChange={(event) => {
          onStatus(event.currentTarget.value as ReadingStatus)
          event.currentTarget.value = ''
        }}
      >
        <option value="" disabled>
          {t('shelf.status')}
        </option>
        {readingStatuses.map((each) => (
          <option key={each} value={each}>
            {statusName(each)}
          </option>
        ))}
      </select>
      <button
        ref={opener}
        type="button"
        class="tag-open button"
        aria-expanded={isTagging}
        onClick={() => setTagging(!isTagging)}
      >
        {t('shelf.tags')}
      </button>
      <button type="button" class="selection-delete button" onClick={onDelete}>
        {t('selection.delete')}
      </button>
      {isTagging && (
        <ul class="tags selection-tags" aria-label={t('selection.tagsOf')}>
          {tags.map(({ tag, count }) => (
            <li key={tag} class="tag">
              {tag} <span class="tag-count">{formatCount(count)}</span>
              <button
                type="button"
                class="tag-remove"
                aria-label={t('selection.removeTag', { tag })}
                onClick={() => change({ remove: [tag] })}
              >
                ×
              </button>
            </li>
          ))}
          <li class="tag-new">
            <TagInput
              label={t('selection.addTag')}
              known={known}
              onAdd={(add) => change({ add })}
              onDone={() => {
                setTagging(false)
                opener.current?.focus()
              }}
            />
          </li>
        </ul>
      )}
    </>
  )
}
