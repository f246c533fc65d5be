import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { readTags, spellAsKnown } from '@/lib/model/tags.ts'
import { afterPress } from './after-press.ts'

/** The id of the list of tags in use, which {@link KnownTags} draws once a page. */
const listId = 'tags-in-use'

/** The tags in use, for every field that completes them. */
export function KnownTags({ tags }: { tags: readonly { tag: string }[] }) {
  return (
    <datalist id={listId}>
      {tags.map(({ tag }) => (
        <option key={tag} value={tag} />
      ))}
    </datalist>
  )
}

/**
 * A field for one tag or several, parted by commas: Enter and a comma give what is typed, and so
 * does leaving the field, so that nothing typed is lost.
 */
export function TagInput(props: {
  label: string
  known: readonly { tag: string }[]
  onAdd: (tags: string[]) => void
  /** Escape is pressed, or Enter with nothing to add. */
  onDone: () => void
  /** The field has lost the focus. */
  onLeave?: () => void
}) {
  const { label, known, onAdd, onDone, onLeave } = props
  const field = useRef<HTMLInputElement>(null)
  // Before the next key is pressed, which may come at once.
  useLayoutEffect(() => field.current?.focus(), [])
  const give = () => {
    const input = field.current
    if (!input) return
    const spelt = readTags(input.value).map((tag) =>
      spellAsKnown(
        tag,
        known.map((each) => each.tag),
      ),
    )
    input.value = ''
    if (spelt.length > 0) onAdd([...new Set(spelt)])
  }
  return (
    <input
      ref={field}
      class="tag-input"
      list={listId}
      placeholder={t('shelf.tagPlaceholder')}
      aria-label={label}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') {
          // An empty field has no more to add.
          if (field.current?.value.trim() === '') onDone()
          else give()
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          if (field.current) field.current.value = ''
          onDone()
        } else return
        event.preventDefault()
      }}
      onInput={(event) => {
        if (event.currentTarget.value.includes(',')) give()
      }}
      onBlur={() => {
        give()
        if (onLeave) afterPress(onLeave)
      }}
    />
  )
}
