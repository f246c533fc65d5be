import { useRef, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { type CiteActions, CiteList } from './CiteList.tsx'

/**
 * A button with a menu of what a paper, or several, can be cited as. `what` is said to those who
 * hear the button alone: a title, or "12 papers".
 */
export function CiteMenu(props: { what: string; label?: string; onCite: CiteActions['onCite'] }) {
  const { what, label = t('cite.cite'), onCite } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button cite-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={t('cite.named', { label, what })}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {label}
      </button>
      {isOpen && button.current && (
        <CiteList
          anchor={button.current}
          what={what}
          onCite={onCite}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
