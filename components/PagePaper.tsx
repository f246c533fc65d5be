import type { ComponentChildren } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { formatDayOf } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { PagePaper as Page } from '@/lib/model/page-paper.ts'
import { isOnHub, paperLinks } from '@/lib/model/paper-links.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { Byline } from './Byline.tsx'
import { opens } from './PaperTitle.tsx'
import { PendingNote } from './PendingNote.tsx'
import { SaveButton } from './SaveButton.tsx'
import { Site } from './Site.ts'
import { TexText } from './tex/TexText.tsx'

/** What can be done with the paper of a page. */
export interface PagePaperActions {
  onSave(id: string, isSaved: boolean): void
  onOpen(id: string): void
  /** Looks for it by its title, elsewhere. */
  onLookUp(): void
  /** Gives leave to ask arXiv; on the click itself, which the browser insists on. */
  onAllowArxiv(): void
}

/** The paper of the page under the popup: what is known of it, and what can be done about it. */
export function PagePaper(props: {
  page: Page
  /** Undefined until it is known. */
  mayAskArxiv?: boolean
  /** When the popup was opened (ms). */
  openedAt: number
  actions: PagePaperActions
}) {
  const { page, mayAskArxiv, openedAt, actions } = props
  return (
    <section class="page-paper" aria-label={t('pagePaper.label')}>
      <h2 class="page-paper-kicker">{t('pagePaper.heading')}</h2>
      <PageBody page={page} openedAt={openedAt} actions={actions} />
      {needsArxiv(page) && mayAskArxiv === false && (
        <Offer onPress={actions.onAllowArxiv} label={t('pagePaper.askArxiv')}>
          {t('pagePaper.notOnHub')}
        </Offer>
      )}
    </section>
  )
}

function PageBody(props: { page: Page; openedAt: number; actions: PagePaperActions }) {
  const { page, openedAt, actions } = props
  switch (page.state) {
    case 'reading':
      return <Untold title={page.title} />
    case 'stored':
      return <Known card={page.card} openedAt={openedAt} actions={actions} />
    case 'unknown':
      return (
        <article class="page-paper-row" data-paper-id={page.id} tabIndex={-1}>
          <Untold title={page.title} note={t('pagePaper.notStored', { id: page.id })} />
          <SaveButton card={page} onSave={actions.onSave} />
        </article>
      )
    case 'titled':
      return <Titled page={page} openedAt={openedAt} actions={actions} />
  }
}

function Known(props: { card: PaperCard; openedAt: number; actions: PagePaperActions }) {
  const { card, openedAt, actions } = props
  const titleId = useId()
  const isPending = card.pendingSince !== undefined
  return (
    <article class="row" data-paper-id={card.id} tabIndex={-1} aria-labelledby={titleId}>
      <h3 class="paper-title" dir="auto" id={titleId}>
        <a
          href={paperLinks(card, useContext(Site)).home}
          target="_blank"
          {...opens(card.id, actions.onOpen)}
        >
          <TexText text={card.title} />
        </a>
      </h3>
      {isPending ? (
        <PendingNote card={card} />
      ) : (
        <Byline
          authors={card.authors.slice(0, 2)}
          authorCount={card.authorCount}
          href={`/newtab.html${formatRoute({ view: 'paper', id: card.id })}`}
        />
      )}
      <span class="row-votes">{isOnHub(card) && `▲ ${formatCount(card.upvotes)}`}</span>
      <SaveButton card={card} onSave={actions.onSave} />
      {card.savedAt !== undefined && card.savedAt < openedAt && (
        <p class="page-paper-note">
          {t('pagePaper.savedOn', { date: formatDayOf(card.savedAt, openedAt) })}
        </p>
      )}
    </article>
  )
}

/** A page of a site without arXiv's ids, whose paper is not stored under its title. */
function Titled(props: {
  page: Extract<Page, { state: 'titled' }>
  openedAt: number
  actions: PagePaperActions
}) {
  const { page, openedAt, actions } = props
  const { site, title, lookUp } = page
  if (title === undefined) {
    return <p class="page-paper-note">{t('pagePaper.untitled', { site })}</p>
  }
  if (lookUp?.state === 'found') {
    return <Known card={lookUp.card} openedAt={openedAt} actions={actions} />
  }
  return (
    <>
      <Untold title={title} />
      {lookUp === undefined && (
        <Offer onPress={actions.onLookUp} label={t('pagePaper.lookUp')}>
          {t('pagePaper.lookUpSends')}
        </Offer>
      )}
      {lookUp?.state === 'asking' && <Said>{t('pagePaper.asking')}</Said>}
      {lookUp?.state === 'missing' && lookUp.isArxivAsked && (
        <Said>{t('pagePaper.notOnArxiv')}</Said>
      )}
      {lookUp?.state === 'failed' && (
        <Offer onPress={actions.onLookUp} label={t('common.tryAgain')}>
          {lookUp.problem}
        </Offer>
      )}
    </>
  )
}

/** True when arXiv may have what Hugging Face does not. */
function needsArxiv(page: Page): boolean {
  if (page.state === 'stored') return page.card.triedAt !== undefined
  if (page.state !== 'titled' || page.lookUp?.state !== 'missing') return false
  return !page.lookUp.isArxivAsked
}

function Untold({ title, note }: { title: string; note?: string }) {
  return (
    <div>
      <h3 class="paper-title" dir="auto">
        {title}
      </h3>
      {note && <p class="paper-byline">{note}</p>}
    </div>
  )
}

function Said({ children }: { children: ComponentChildren }) {
  return (
    <p class="page-paper-note" role="status">
      {children}
    </p>
  )
}

function Offer(props: { label: string; children: ComponentChildren; onPress: () => void }) {
  return (
    <div class="page-paper-offer">
      <Said>{props.children}</Said>
      <button type="button" class="button" onClick={props.onPress}>
        {props.label}
      </button>
    </div>
  )
}
