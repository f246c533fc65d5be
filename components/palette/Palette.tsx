import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { chordOf } from '@/lib/model/keys.ts'
import { joinGroups, type PaletteItem, type RankedItem, rankItems } from '@/lib/model/palette.ts'
import { PaletteOption } from './PaletteOption.tsx'
import './palette.css'

/** What the palette is filled with. */
export interface PaletteSource {
  /** All there is to go to and to do; asked once, before the palette has the focus. */
  items(): readonly PaletteItem[]
  /** What the text itself names. */
  named(text: string): readonly PaletteItem[]
  /** Papers that answer the text. */
  find(text: string, signal: AbortSignal): Promise<readonly PaletteItem[]>
  /** The last choice of any text. */
  search(text: string): PaletteItem
}

/** A pause in typing, before papers are looked for (ms). */
const pauseMs = 60
/** How far a Page key goes. */
const pageLength = 8

/**
 * Everywhere to go and everything to do, by a few letters: a combobox with its list, by the ARIA
 * practices, in a dialog. The focus goes back to where it was before anything is done, so that
 * what is done to a paper is done to that one.
 */
export function Palette({ source, onClose }: { source: PaletteSource; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const items = useMemo(() => source.items(), [])
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const papers = usePapers(source, text)
  const typed = text.trim()
  const groups = joinGroups([
    ...(typed ? groupsOf(source.named(typed)) : []),
    ...rankItems(items, typed),
    ...(typed ? groupsOf(papers) : []),
    ...(typed ? groupsOf([source.search(typed)]) : []),
  ])
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  const at = Math.min(chosen, count - 1)

  useLayoutEffect(() => dialog.current?.showModal(), [])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])

  const close = () => dialog.current?.close()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (chordOf(event) === 'Ctrl+k') close()
    else if (event.key === 'Enter') {
      const option = list.current?.querySelector('[aria-selected=true]')
      const { ctrlKey, metaKey } = event
      option?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
      )
    } else {
      const next = moved(event.key, at, count)
      if (next === undefined) return
      setChosen(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  let index = -1
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={t('palette.name')}
      onClose={onClose}
      // Beside it is the backdrop, which belongs to the dialog.
      onMouseDown={(event) => event.target === dialog.current && close()}
    >
      <input
        type="text"
        class="palette-input"
        role="combobox"
        aria-label={t('palette.name')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${listId}-${at}` : undefined}
        placeholder={t('palette.name')}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        role="listbox"
        id={listId}
        class="palette-list"
        aria-label={t('palette.choices')}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a listbox
          <div key={group.title} role="group" aria-label={group.title} class="palette-group">
            <p class="palette-title" aria-hidden="true">
              {group.title}
            </p>
            {group.items.map((item) => {
              const place = ++index
              return (
                <PaletteOption
                  key={item.id}
                  id={`${listId}-${place}`}
                  item={item}
                  isChosen={place === at}
                  onPoint={() => setChosen(place)}
                  onTake={() => {
                    close()
                    item.run?.()
                  }}
                />
              )
            })}
          </div>
        ))}
      </div>
    </dialog>
  )
}

/** Items in their groups as they are, with no letter marked. */
function groupsOf(items: readonly PaletteItem[]): { title: string; items: RankedItem[] }[] {
  const [first] = items
  return first ? [{ title: first.group, items: items.map((item) => ({ ...item, at: [] })) }] : []
}

/** Where an arrow or a Page key leads; undefined for any other key. */
function moved(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'PageDown') return Math.min(at + pageLength, count - 1)
  if (key === 'PageUp') return Math.max(at - pageLength, 0)
  return undefined
}

/** The papers that answer the text; those of the text before until they are there. */
function usePapers(source: PaletteSource, text: string): readonly PaletteItem[] {
  const [papers, setPapers] = useState<readonly PaletteItem[]>([])
  useEffect(() => {
    if (text.trim() === '') return setPapers([])
    const ending = new AbortController()
    const timer = setTimeout(
      () =>
        source.find(text, ending.signal).then(
          (found) => ending.signal.aborted || setPapers(found),
          // The rest of the palette works without them.
          () => ending.signal.aborted || setPapers([]),
        ),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      ending.abort()
    }
  }, [text])
  return papers
}
