import type { ComponentChildren } from 'preact'

/** The head of the page: what it is, whose day it is, and the search. */
export function Masthead(props: {
  title: string
  query: string
  /** The steps to the periods beside the one shown. */
  children?: ComponentChildren
  onSearch: (query: string) => void
  onHelp: () => void
}) {
  const { title, query, children, onSearch, onHelp } = props
  return (
    <header class="masthead">
      <div class="masthead-date">
        <h1>{title}</h1>
        {children}
      </div>
      <a class="masthead-brand" href="#/today">
        Paperboy
      </a>
      <search class="masthead-search">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim())
          }}
        >
          <input
            type="search"
            name="q"
            defaultValue={query}
            key={query}
            placeholder="Search"
            aria-label="Search papers"
            aria-keyshortcuts="/"
            autocomplete="off"
            spellcheck={false}
          />
          <button type="button" class="help" aria-label="Keys" title="Keys (?)" onClick={onHelp}>
            ?
          </button>
        </form>
      </search>
    </header>
  )
}
