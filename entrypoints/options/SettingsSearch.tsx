import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { type Filtered, filterRows } from './filter-rows.ts'

/** The box that leaves of the settings only what it names, as one types. */
export function SettingsSearch({ main }: { main: RefObject<HTMLElement | null> }) {
  const box = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [filtered, setFiltered] = useState<Filtered>({ shown: 0, total: 0 })
  useEffect(() => {
    const root = main.current
    if (!root) return
    const filter = () => setFiltered(filterRows(root, query))
    filter()
    // Rows come and change their words as the database answers.
    const watcher = new MutationObserver(filter)
    watcher.observe(root, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [query])
  useEffect(() => focusOnSlash(box), [])
  return (
    <search class="settings-search">
      <input
        ref={box}
        type="search"
        dir="auto"
        placeholder={t('settings.search')}
        aria-label={t('settings.search')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class="settings-found">
        {query.trim() && describe(filtered)}
      </p>
    </search>
  )
}

function describe({ shown, total }: Filtered): string {
  if (shown === 0) return t('settings.noneFound')
  return t('settings.found', { shown, total })
}

/** As on the new tab, a stroke goes to the search. */
function focusOnSlash(box: RefObject<HTMLInputElement | null>): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const isElsewhere = !(event.target as Element).closest('input, textarea, select')
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !isElsewhere) return
    event.preventDefault()
    box.current?.focus()
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}
