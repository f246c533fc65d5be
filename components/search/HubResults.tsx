import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { formatTime } from '@/lib/format.ts'
import { plural, sentences, t } from '@/lib/i18n.ts'
import type { HubSearch } from '@/lib/model/hub-search.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { Key } from '../Key.tsx'
import { Message } from '../Message.tsx'
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
          <Message
            of="hub.ask"
            parts={{
              query: (
                <q>
                  <bdi>{query}</bdi>
                </q>
              ),
            }}
          />
        </span>
        <Key chord="Ctrl+Enter" />
      </button>
    )
  }
  const cards = hub.state === 'answered' ? hub.cards : []
  return (
    <section ref={section} class="hub" aria-labelledby="hub-title">
      <h2 id="hub-title">{t('hub.heading')}</h2>
      <p role="status" class="hub-status">
        {describe(hub)}
      </p>
      {hub.state === 'failed' && mayAskAgain && (
        <button type="button" class="button" onClick={onAsk}>
          {t('common.askAgain')}
        </button>
      )}
      {cards.length > 0 && (
        <div role="feed" class="hits" aria-label={t('hub.heading')}>
          {cards.map((hit, i) => (
            <HitArticle
              key={hit.id}
              hit={hit}
              position={i + 1}
              total={cards.length}
              // Paperboy's own page would store it.
              allAuthorsHref={paperLinks(hit, site).home}
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
  if (hub.state === 'asking') return t('hub.asking')
  if (hub.state === 'failed') {
    const { problem, retryAt } = hub
    return retryAt
      ? sentences(problem, t('hub.againAt', { time: formatTime(retryAt, Date.now()) }))
      : problem
  }
  const { cards, dropped } = hub
  const count = cards.length > 0 ? plural('hub.found', cards.length) : t('hub.none')
  return sentences(count, dropped > 0 && plural('hub.dropped', dropped))
}
