import { useRef, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { TagInput } from './TagInput.tsx'

/** The tags of a paper, each a way to the others that have it, and a field for one more. */
export function TagList(props: {
  title: string
  tags: readonly string[]
  known: readonly { tag: string }[]
  onChange: (change: { add?: string[]; remove?: string[] }) => void
}) {
  const { title, tags, known, onChange } = props
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    const hadFocus = document.activeElement?.matches('.tag-input')
    setOpen(false)
    // Back to the paper, where the keys go on.
    if (hadFocus) requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <ul class="tags" aria-label={t('shelf.tags')}>
      {tags.map((tag) => (
        <li key={tag} class="tag">
          <a href={formatRoute({ view: 'saved', tags: [tag] })}>{tag}</a>
          <button
            type="button"
            class="tag-remove"
            aria-label={t('shelf.removeTag', { tag, title })}
            onClick={() => onChange({ remove: [tag] })}
          >
            ×
          </button>
        </li>
      ))}
      <li class="tag-new">
        {isOpen ? (
          <TagInput
            label={t('shelf.addTag', { title })}
            known={known.filter(({ tag }) => !tags.includes(tag))}
            onAdd={(add) => onChange({ add })}
            onDone={close}
            onLeave={close}
          />
        ) : (
          <button
            ref={opener}
            type="button"
            class="tag-open quiet-button"
            aria-label={t('shelf.addTag', { title })}
            onClick={() => setOpen(true)}
          >
            {t('shelf.tag')}
          </button>
        )}
      </li>
    </ul>
  )
}
