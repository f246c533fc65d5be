import { useEffect, useRef, useState } from 'preact/hooks'
import { formatList } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'
import type { CollectionChoice } from '@/lib/state/send-to-collection.ts'
import type { Chooser } from '@/lib/state/send-view.ts'
import { Message } from '../Message.tsx'

type Choosing = Extract<Chooser, { state: 'choosing' }>

/** The reader's collections in a dialog, and a field to make another. */
export function CollectionChooser(props: {
  chooser: Chooser
  onAdd: (choice: CollectionChoice, withNotes: boolean) => void
  onRetry: () => void
  onClose: () => void
}) {
  const { chooser, onAdd, onRetry, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="chooser" aria-labelledby="chooser-title" onClose={onClose}>
      <h2 id="chooser-title">{t('collection.heading')}</h2>
      <p role="status">{describe(chooser)}</p>
      {chooser.state === 'no-token' && (
        <p>
          <Message
            of="collection.setToken"
            parts={{ link: (text) => <a href="/options.html#hub-token">{text}</a> }}
          />
        </p>
      )}
      {chooser.state === 'choosing' ? (
        <Choices chooser={chooser} onAdd={onAdd} onClose={onClose} />
      ) : (
        <p class="chooser-buttons">
          {chooser.state === 'failed' && (
            <button type="button" class="button" onClick={onRetry}>
              {t('common.askAgain')}
            </button>
          )}
          <CloseButton onClose={onClose} />
        </p>
      )}
    </dialog>
  )
}

function Choices(props: {
  chooser: Choosing
  onAdd: (choice: CollectionChoice, withNotes: boolean) => void
  onClose: () => void
}) {
  const { chooser, onAdd, onClose } = props
  const { collections, user, hasNotes, papers, isBusy } = chooser
  const [slug, setSlug] = useState(collections[0]?.slug ?? '')
  const submit = (form: FormData) => {
    const withNotes = form.has('notes')
    const collection = collections.find((each) => each.slug === slug)
    if (collection) return onAdd({ collection }, withNotes)
    const title = String(form.get('title') ?? '').trim()
    if (title) onAdd({ title, isPrivate: form.has('private') }, withNotes)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <fieldset class="chooser-list">
        <legend class="visually-hidden">{t('collection.collections')}</legend>
        {collections.map(({ slug: each, title, owner, isPrivate }) => (
          <label key={each}>
            <input
              type="radio"
              name="slug"
              checked={each === slug}
              onChange={() => setSlug(each)}
            />
            <span>
              {title}{' '}
              <small>
                {formatList(
                  [owner !== user && owner, isPrivate && t('collection.private')].filter(
                    (each) => each !== false,
                  ),
                )}
              </small>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="slug" checked={slug === ''} onChange={() => setSlug('')} />
          <span>{t('collection.new')}</span>
        </label>
      </fieldset>
      {slug === '' && (
        <div class="chooser-new">
          <label>
            {t('collection.title')}
            {/* As many characters as Hugging Face takes. */}
            <input name="title" type="text" required maxLength={60} autocomplete="off" />
          </label>
          <label class="chooser-check">
            <input name="private" type="checkbox" /> {t('collection.onlyMe')}
          </label>
        </div>
      )}
      {hasNotes && (
        <label class="chooser-check">
          <input name="notes" type="checkbox" />
          <span>{t('collection.withNotes')}</span>
        </label>
      )}
      <p class="chooser-buttons">
        <CloseButton onClose={onClose} />
        <button type="submit" class="button chooser-add" disabled={isBusy}>
          {plural('collection.add', papers)}
        </button>
      </p>
    </form>
  )
}

function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="button" onClick={onClose}>
      {t('common.close')}
    </button>
  )
}

function describe(chooser: Chooser): string | undefined {
  switch (chooser.state) {
    case 'asking':
      return t('collection.asking')
    case 'no-token':
      return t('collection.noToken')
    case 'failed':
      return chooser.problem
    case 'choosing':
      return chooser.problem
  }
}
