import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { citationLabel } from '@/lib/citation-label.ts'
import { t } from '@/lib/i18n.ts'
import { type CitationFormatName, citationFormats } from '@/lib/model/citation.ts'
import type { CiteTo } from '@/lib/state/cite.ts'
import { placeBy } from './place-by.ts'
import './cite.css'

export interface CiteActions {
  /** Resolves with what was done, in words; rejects with an Error whose message is for the reader. */
  onCite(format: CitationFormatName, to: CiteTo): Promise<string>
  onClose(): void
}

const columns: readonly {
  to: CiteTo
  heading: 'cite.copy' | 'cite.download'
  name: 'cite.copyAs' | 'cite.downloadAs'
}[] = [
  { to: 'clipboard', heading: 'cite.copy', name: 'cite.copyAs' },
  { to: 'file', heading: 'cite.download', name: 'cite.downloadAs' },
]

/** How long "Copied …" stays. */
const readMs = 1600

/**
 * The menu itself, over the page and beside what it is opened from, which gets the focus back.
 * After the menu pattern of the ARIA practices, in two columns: arrows go along both, Escape and a
 * click elsewhere close it.
 */
export function CiteList(props: CiteActions & { anchor: HTMLElement; what: string }) {
  const { anchor, what, onCite, onClose } = props
  const menu = useRef<HTMLDivElement>(null)
  const [message, setMessage] = useState<{ text: string; isProblem: boolean } | undefined>()
  const underWay = useRef(false)

  useLayoutEffect(() => {
    const box = menu.current
    if (!box) return
    box.showPopover()
    // It is not in its place yet.
    box.querySelector('button')?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body || box.contains(document.activeElement)) {
        anchor.focus({ preventScroll: true })
      }
    }
  }, [anchor])
  // A message makes it taller.
  useLayoutEffect(() => {
    const beside = anchor.querySelector<HTMLElement>('.paper-title') ?? anchor
    if (menu.current) placeBy(menu.current, beside)
  }, [anchor, message])

  async function cite(format: CitationFormatName, to: CiteTo): Promise<void> {
    if (underWay.current) return
    underWay.current = true
    setMessage({ text: t('cite.writing'), isProblem: false })
    try {
      setMessage({ text: await onCite(format, to), isProblem: false })
      setTimeout(() => menu.current?.hidePopover(), readMs)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      setMessage({ text, isProblem: true })
    } finally {
      underWay.current = false
    }
  }

  return (
    <div
      ref={menu}
      popover="auto"
      class="cite-list"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      <div
        role="menu"
        aria-label={t('cite.menu', { what })}
        class="cite-columns"
        onKeyDown={moveByArrows}
      >
        {columns.map(({ to, heading, name: itemName }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
          <div key={to} role="group" aria-label={t(heading)}>
            <p class="cite-heading" aria-hidden="true">
              {t(heading)}
            </p>
            {citationFormats.map((format) => (
              <button
                key={format.name}
                type="button"
                role="menuitem"
                class="cite-item"
                tabIndex={-1}
                aria-label={t(itemName, { format: citationLabel(format) })}
                onClick={() => void cite(format.name, to)}
              >
                {citationLabel(format)}
              </button>
            ))}
          </div>
        ))}
      </div>
      <p role="status" class={message?.isProblem ? 'cite-message is-problem' : 'cite-message'}>
        {message?.text}
      </p>
    </div>
  )
}

function moveByArrows(event: KeyboardEvent): void {
  const box = event.currentTarget as HTMLElement
  const items = [...box.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = nextItem(event.key, at, items)
  if (!next) return
  event.preventDefault()
  // The keys of the page have other meanings.
  event.stopPropagation()
  next.focus()
}

function nextItem(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  const rows = items.length / columns.length
  const column = Math.floor(at / rows)
  const row = at % rows
  switch (key) {
    case 'ArrowDown':
      return items[column * rows + ((row + 1) % rows)]
    case 'ArrowUp':
      return items[column * rows + ((row + rows - 1) % rows)]
    case 'ArrowRight':
    case 'ArrowLeft':
      return items[(at + rows) % items.length]
    case 'Home':
      return items[column * rows]
    case 'End':
      return items[column * rows + rows - 1]
    default:
      return byFirstLetter(key, column * rows, rows, row, items)
  }
}

/** The next item of the column that begins with a letter. */
function byFirstLetter(
  key: string,
  first: number,
  rows: number,
  row: number,
  items: readonly HTMLElement[],
): HTMLElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined
  const inOrder = Array.from({ length: rows }, (_, i) => items[first + ((row + 1 + i) % rows)])
  return inOrder.find((item) => item?.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}
