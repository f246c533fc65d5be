import { useContext, useId } from 'preact/hooks'
import { formatPublished } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import type { Hit, MatchReason } from '@/lib/model/hit.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { written } from '@/lib/model/written.ts'
import { Byline } from '../Byline.tsx'
import { PaperFacts } from '../PaperFacts.tsx'
import { opens } from '../PaperTitle.tsx'
import { SaveButton } from '../SaveButton.tsx'
import { Site } from '../Site.ts'
import { TexText } from '../tex/TexText.tsx'
import { Marked } from './Marked.tsx'
import { MarkedTex } from './MarkedTex.tsx'

/** What can be done with a paper that was found. */
export interface HitActions {
  onSave(id: string, isSaved: boolean): void
  onOpen(id: string): void
  /** Absent where there is no room for abstracts. */
  onToggleAbstract?(id: string): void
}

/** Of a date as HTML takes it: a year, a month or a day. */
const lengthOf = { year: 4, month: 7, day: 10 }

/** A paper that was found: its title and the best piece of its abstract, marked, and why. */
export function HitArticle(props: {
  hit: Hit
  /** From 1. */
  position: number
  total: number
  /** Where all its authors are named. */
  allAuthorsHref: string
  /** The abstract when it is open. */
  abstract?: string
  actions: HitActions
}) {
  const { hit, position, total, allAuthorsHref, abstract, actions } = props
  // Hugging Face may find what was found here as well.
  const titleId = useId()
  const isOpen = abstract !== undefined
  const published = formatPublished(hit)
  const language = written(hit.title)
  return (
    <article
      class={hit.isRead ? 'hit is-read' : 'hit'}
      data-paper-id={hit.id}
      dir={language.dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: in the feed pattern the focus goes from article to article
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
    >
      <header>
        <h3 class="paper-title" {...language} id={titleId}>
          <a href={paperLinks(hit, useContext(Site)).home} {...opens(hit.id, actions.onOpen)}>
            <MarkedTex runs={hit.markedTitle} />
          </a>
        </h3>
        <Byline authors={hit.authors} authorCount={hit.authorCount} href={allAuthorsHref} />
        {hit.venue && (
          <p class="paper-venue" dir="auto">
            {hit.venue}
          </p>
        )}
      </header>
      <div class="hit-text">
        {isOpen ? (
          <p class="paper-abstract" {...language}>
            <TexText text={abstract} />
          </p>
        ) : (
          <p class="hit-snippet" {...language}>
            {hit.snippet ? <MarkedTex runs={hit.snippet} /> : <TexText text={hit.blurb} />}
          </p>
        )}
        <Reasons reasons={hit.reasons} />
      </div>
      <PaperFacts card={hit} onOpen={actions.onOpen}>
        {published && (
          <time
            dateTime={new Date(hit.publishedAt)
              .toISOString()
              .slice(0, lengthOf[hit.datedTo ?? 'day'])}
          >
            {published}
          </time>
        )}
        {actions.onToggleAbstract && (
          <button
            type="button"
            class="paper-more"
            aria-expanded={isOpen}
            onClick={() => actions.onToggleAbstract?.(hit.id)}
          >
            {t('paper.abstract')}
          </button>
        )}
      </PaperFacts>
      <SaveButton card={hit} onSave={actions.onSave} />
    </article>
  )
}

/** Where the words stand that neither title nor snippet shows. */
function Reasons({ reasons }: { reasons: readonly MatchReason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul class="hit-reasons" aria-label={t('hit.why')}>
      {reasons.map(({ place, text }, i) => (
        <li key={`${place} ${i}`}>
          {t(`hit.${place}`)} <Marked runs={text} />
        </li>
      ))}
    </ul>
  )
}
