import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { formatCount, formatPapers, formatTime } from '@/lib/format.ts'
import type { HubSearch } from '@/lib/model/hub-search.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { Site } from '../Site.ts'
import { type HitActions, HitArticle } from './HitArticle.tsx'

/** Beyond the disk: a row that asks Hugging Face, and then what that answered, set apart. */
export function HubResults(props: {
  /** The words that are sent. */
  query: string
  hub: HubSearch | undefined
  actions: HitActions
  onAsk: () => void
}) {
  const { query, hub, actions, onAsk } = props
  const site = useContext(Site)
  const section = useRef<HTMLElement>(null)
  const state = hub?.state
  const mayAskAgain = useIsOver(hub?.state === 'failed' ? hub.retryAt : undefined)
  // It was asked for, perhaps with the keyboard far above: so it comes into view.
  useEffect(() => {
    if (state) section.current?.scrollIntoView({ block: 'start' })
  }, [state])

  if (!hub) {
    return (
      <button type="button" class="hub-ask" onClick={onAsk}>
        <span>
          Search all of Hugging Face for <q>{query}</q>
        </span>
        <kbd>Ctrl Enter</kbd>
      </button>
    )
  }
  const cards = hub.state === 'answered' ? hub.cards : []
  return (
    <section ref={section} class="hub" aria-labelledby="hub-title">
      <h2 id="hub-title">From Hugging Face</h2>
      <p role="status" class="hub-status">
        {describe(hub)}
      </p>
      {hub.state === 'failed' && mayAskAgain && (
        <button type="button" class="button" onClick={onAsk}>
          Ask again
        </button>
      )}
      {cards.length > 0 && (
        <div role="feed" class="hits" aria-label="From Hugging Face">
          {cards.map((hit, i) => (
            <HitArticle
              key={hit.id}
              hit={hit}
              position={i + 1}
              total={cards.length}
              // Paperboy's own page would store it.
              allAuthorsHref={paperLinks(hit, site).huggingFace}
              actions={actions}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** True once an instant (ms) is over, or when there is none. */
function useIsOver(instant = 0): boolean {
  const [, redraw] = useState(0)
  const leftMs = instant - Date.now()
  useEffect(() => {
    if (leftMs <= 0) return
    const timer = setTimeout(() => redraw(instant), leftMs)
    return () => clearTimeout(timer)
  })
  return leftMs <= 0
}

function describe(hub: HubSearch): string {
  if (hub.state === 'asking') return 'Asking…'
  if (hub.state === 'failed') {
    const { problem, retryAt } = hub
    return retryAt
      ? `${problem} It can be asked again at ${formatTime(retryAt, Date.now())}.`
      : problem
  }
  const { cards, dropped } = hub
  const count =
    cards.length > 0
      ? `${formatPapers(cards.length)}, in its own order. Only what you save is kept here.`
      : 'It has no paper for these words.'
  if (dropped === 0) return count
  return `${count} ${dropped === 1 ? '1 record' : `${formatCount(dropped)} records`} could not be read.`
}
