import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'

/** The head of the page: what it is, whose day it is and which edition, and the search. */
export function Masthead(props: {
  title: string
  query: string
  /** How the feed is, below the title. */
  children?: ComponentChildren
  /** Which edition it is, above the search. */
  edition: ComponentChildren
  /** What stands under the box while one types. */
  hints: (box: RefObject<HTMLInputElement | null>) => ComponentChildren
  /** Enter was pressed; and, before that, every change of the text. */
  onSearch: (query: string) => void
  onType: (query: string) => void
  onHelp: () => void
}) {
  const { title, query, children, edition, hints, onSearch, onType, onHelp } = props
  const box = useRef<HTMLInputElement>(null)
  // Another view may have come by a link: the box says what is shown, unless it is typed in.
  useEffect(() => {
    const field = box.current
    if (field && document.activeElement !== field) field.value = query
  }, [query])
  return (
    <header class="masthead">
      <div class="masthead-date">
        <h1>{title}</h1>
        {children}
      </div>
      <a class="masthead-brand" href="#/today">
        Paperboy
      </a>
      <div class="masthead-edition">
        {edition}
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim())
            }}
          >
            <div class="search-box">
              <input
                ref={box}
                type="search"
                dir="auto"
                name="q"
                defaultValue={query}
                onInput={(event) => onType(event.currentTarget.value)}
                placeholder={t('masthead.search')}
                aria-label={t('masthead.searchPapers')}
                aria-keyshortcuts="/"
                autocomplete="off"
                spellcheck={false}
              />
              {hints(box)}
            </div>
            <button
              type="button"
              class="help"
              aria-label={t('masthead.keys')}
              title={t('masthead.keysWithKey')}
              onClick={onHelp}
            >
              ?
            </button>
            <a
              class="help"
              href="/options.html"
              aria-label={t('common.settings')}
              title={t('common.settings')}
            >
              ⚙
            </a>
          </form>
        </search>
      </div>
    </header>
  )
}
