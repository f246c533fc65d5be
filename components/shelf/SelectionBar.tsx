import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { type ReadingStatus, readingStatuses } from '@/lib/model/saved-paper.ts'
import type { TagCount } from '@/lib/model/shelf.ts'
import { statusNames } from './StatusSelect.tsx'
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
  return (
    <section class="selection-bar" aria-label="Selected papers">
      <p role="status" class="selection-count">
        {formatCount(count)} selected
      </p>
      {children}
      <button type="button" class="quiet-button selection-clear" onClick={onClear}>
        Clear <kbd>Esc</kbd>
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
        aria-label="Status of the selected papers"
        value=""
        onChange={(event) => {
          onStatus(event.currentTarget.value as ReadingStatus)
          event.currentTarget.value = ''
        }}
      >
        <option value="" disabled>
          Status
        </option>
        {readingStatuses.map((each) => (
          <option key={each} value={each}>
            {statusNames[each]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="tag-open button"
        aria-expanded={isTagging}
        onClick={() => setTagging(!isTagging)}
      >
        Tags
      </button>
      <button type="button" class="selection-delete button" onClick={onDelete}>
        Delete
      </button>
      {isTagging && (
        <ul class="tags selection-tags" aria-label="Tags of the selected papers">
          {tags.map(({ tag, count }) => (
            <li key={tag} class="tag">
              {tag} <span class="tag-count">{formatCount(count)}</span>
              <button
                type="button"
                class="tag-remove"
                aria-label={`Take the tag ${tag} off the selected papers`}
                onClick={() => change({ remove: [tag] })}
              >
                ×
              </button>
            </li>
          ))}
          <li class="tag-new">
            <TagInput
              label="Tag the selected papers"
              known={known}
              onAdd={(add) => change({ add })}
            />
          </li>
        </ul>
      )}
    </>
  )
}
