import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { joinNotes } from '@/lib/model/join-notes.ts'
import { Key } from '../Key.tsx'
import { Message } from '../Message.tsx'
import { afterPress } from './after-press.ts'
import { Markdown } from './Markdown.tsx'

/** A pause in typing, after which a note is saved (ms). */
const pauseMs = 700

/**
 * A note as it is read, and in its place a field to write it in. It is saved after a pause, when
 * the field is left, and when the page is hidden; until then `onType` is told of each change.
 */
export function NoteField(props: {
  note: string | undefined
  title: string
  onType: (text: string, base: string) => void
  onSave: (text: string) => void
}) {
  const { note = '', title, onType, onSave } = props
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (isOpen) {
    return (
      <NoteEditor
        {...{ note, title, onType, onSave }}
        onClose={(isByKey) => {
          setOpen(false)
          if (isByKey) requestAnimationFrame(() => opener.current?.focus())
        }}
      />
    )
  }
  return (
    <div class={note ? 'note' : 'note is-empty'}>
      {note && (
        <div class="note-text" dir="auto">
          <Markdown text={note} />
        </div>
      )}
      <button
        ref={opener}
        type="button"
        class="note-open quiet-button"
        aria-label={note ? t('note.editNamed', { title }) : t('note.writeNamed', { title })}
        onClick={() => setOpen(true)}
      >
        {note ? t('note.edit') : t('note.write')}
      </button>
    </div>
  )
}

function NoteEditor(props: {
  note: string
  title: string
  onType: (text: string, base: string) => void
  onSave: (text: string) => void
  onClose: (isByKey: boolean) => void
}) {
  const { note, title, onType, onSave, onClose } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(note)
  // What is typed, and what is saved of it by now: the listeners below see the newest.
  const state = useRef({ text: note, saved: note, own: new Set([note]), timer: 0 as unknown })
  const save = () => {
    clearTimeout(state.current.timer as number)
    if (state.current.text === state.current.saved) return
    const { text } = state.current
    state.current.saved = text
    state.current.own.add(text.trim() && text.trimEnd())
    onSave(text)
  }
  // Another page, or machine, wrote it meanwhile: what is not saved yet goes below that. What was
  // saved here comes back a moment later, and by then more may be typed.
  useLayoutEffect(() => {
    const { text, saved, own } = state.current
    if (own.has(note)) return
    own.add(note)
    state.current.text = (text === saved ? note : joinNotes(note, text)) ?? ''
    state.current.saved = note
    setText(state.current.text)
  }, [note])
  // Before the next key is pressed, which may come at once.
  useLayoutEffect(() => {
    const box = field.current
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }, [])
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && save()
    document.addEventListener('visibilitychange', onHide)
    addEventListener('pagehide', save)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      removeEventListener('pagehide', save)
      save()
    }
  }, [])
  return (
    <div class="note is-open">
      <textarea
        ref={field}
        class="note-input"
        dir="auto"
        aria-label={t('note.named', { title })}
        placeholder={t('note.placeholder')}
        rows={Math.min(16, Math.max(3, text.split('\n').length + 1))}
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setText(typed)
          state.current.text = typed
          onType(typed, state.current.saved)
          clearTimeout(state.current.timer as number)
          state.current.timer = setTimeout(save, pauseMs)
        }}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
          if (event.isComposing || !(isDone || event.key === 'Escape')) return
          event.preventDefault()
          event.stopPropagation()
          save()
          onClose(true)
        }}
        onBlur={() => {
          save()
          // The window has lost the focus, not the field: writing goes on when it comes back.
          if (document.activeElement !== field.current) afterPress(() => onClose(false))
        }}
      />
      <p class="note-hint">
        <Message of="note.hint" parts={{ key: <Key chord="Escape" /> }} />
      </p>
    </div>
  )
}
