import { useEffect, useId, useRef } from 'preact/hooks'
import { shortQuery } from '@/lib/format.ts'
import { sentences, t } from '@/lib/i18n.ts'
import type { HubSearch } from '@/lib/model/hub-search.ts'
import { formatRoute } from '@/lib/model/route.ts'
import type { Hits } from '@/lib/search/hits.ts'
import { type HitActions, HitArticle } from './HitArticle.tsx'
import { HubResults } from './HubResults.tsx'
import { OperatorSheet } from './OperatorSheet.tsx'

export interface SearchResultsProps {
  hits: Hits
  /** What of the query Hugging Face can be asked; '' when that is nothing. */
  hubQuery: string
  /** What became of asking it for this query; undefined while it was not. */
  hub: HubSearch | undefined
  /** The page that has Paperboy's own views; '' on that page itself. */
  home: string
  /** Abstracts that are open, by paper id. */
  abstracts?: ReadonlyMap<string, string>
  actions: HitActions
  /** The same for what Hugging Face found. */
  hubActions: HitActions
  onMore: () => void
  onAskHub: () => void
}

/** What a search found on this disk, and below it, at the reader's wish, at Hugging Face. */
export function SearchResults(props: SearchResultsProps) {
  const { hits, hubQuery, hub, home, abstracts, actions, hubActions, onMore, onAskHub } = props
  const { query, cards, total, hasMore } = hits
  const titleId = useId()
  useControlEnter(onAskHub)
  return (
    <div class="search-results">
      {cards.length > 0 ? (
        <>
          <h2 class="visually-hidden" id={titleId}>
            {t('search.feed', { query })}
          </h2>
          <div role="feed" class="hits" aria-labelledby={titleId}>
            {cards.map((hit, i) => (
              <HitArticle
                key={hit.id}
                hit={hit}
                position={i + 1}
                total={total}
                allAuthorsHref={home + formatRoute({ view: 'paper', id: hit.id })}
                abstract={abstracts?.get(hit.id)}
                actions={actions}
              />
            ))}
          </div>
        </>
      ) : (
        <section class="no-hits">
          <h2>{t('search.noneHolds', { query: shortQuery(query) })}</h2>
          <p>{sentences(t('search.noneStored'), !hub && t('search.canBeAsked'))}</p>
          {!hub && <OperatorSheet />}
        </section>
      )}
      {/* With Hugging Face's papers below, a list that goes on would keep them out of reach. */}
      {hasMore && (
        <More key={`${cards.length} ${query}`} isAtOnce={hub === undefined} onMore={onMore} />
      )}
      {hubQuery && <HubResults query={hubQuery} hub={hub} actions={hubActions} onAsk={onAskHub} />}
    </div>
  )
}

/** Asks for more hits when it comes near the window, or when it is pressed. */
function More({ isAtOnce, onMore }: { isAtOnce: boolean; onMore: () => void }) {
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isAtOnce || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore()
      },
      { rootMargin: '600px', scrollMargin: '600px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isAtOnce])
  return (
    <button ref={place} type="button" class="more-hits" onClick={onMore}>
      {t('search.more')}
    </button>
  )
}

/** Calls back on Ctrl+Enter (⌘ and Enter), wherever the focus is. */
function useControlEnter(onPress: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      event.preventDefault()
      onPress()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
