import type { ComponentChildren } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { formatCount } from '@/lib/format.ts'
import { formatDayOf } from '@/lib/format-day.ts'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { PagePaper as Page, TitleLookUp } from '@/lib/model/page-paper.ts'
import { nameOfId } from '@/lib/model/paper-id.ts'
import { isOnHub, paperLinks } from '@/lib/model/paper-links.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { written } from '@/lib/model/written.ts'
import { Appeared } from './Appeared.tsx'
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
      return page.lookUp?.state === 'found' ? (
        <Known card={page.lookUp.card} openedAt={openedAt} actions={actions} />
      ) : (
        <Unknown page={page} actions={actions} />
      )
  }
}

/** A paper that is not stored, with what its page says, where that is another site's than arXiv. */
function Unknown(props: { page: Extract<Page, { state: 'unknown' }>; actions: PagePaperActions }) {
  const { page, actions } = props
  const { id, title, said, lookUp } = page
  const isNamed = title !== nameOfId(id)
  return (
    <>
      <article class="row" data-paper-id={id} dir={written(title).dir} tabIndex={-1}>
        <h3 class="paper-title" {...written(title)}>
          <TexText text={title} />
        </h3>
        {said ? (
          <Byline authors={said.authors.slice(0, 2)} authorCount={said.authorCount} />
        ) : (
          <p class="paper-byline">{isNamed && t('pagePaper.notStored', { paper: nameOfId(id) })}</p>
        )}
        <span class="row-votes" />
        <SaveButton card={page} onSave={actions.onSave} />
        {said && <Appeared paper={said} />}
      </article>
      {lookUp && <LookUp lookUp={lookUp} onLookUp={actions.onLookUp} />}
    </>
  )
}

function Known(props: { card: PaperCard; openedAt: number; actions: PagePaperActions }) {
  const { card, openedAt, actions } = props
  const titleId = useId()
  const isPending = card.pendingSince !== undefined
  return (
    <article
      class="row"
      data-paper-id={card.id}
      dir={written(card.title).dir}
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <h3 class="paper-title" {...written(card.title)} id={titleId}>
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
      <Appeared paper={card} />
      {card.savedAt !== undefined && card.savedAt < openedAt && (
        <p class="page-paper-note">
          {t('pagePaper.savedOn', { date: formatDayOf(card.savedAt, openedAt) })}
        </p>
      )}
    </article>
  )
}

/** A second way: the same paper may be on Hugging Face or arXiv, where more is known of it. */
function LookUp({ lookUp, onLookUp }: { lookUp: TitleLookUp; onLookUp: () => void }) {
  switch (lookUp.state) {
    case 'offered':
      return (
        <Offer onPress={onLookUp} label={t('pagePaper.lookUp')}>
          {t('pagePaper.lookUpSends')}
        </Offer>
      )
    case 'asking':
      return <Said>{t('pagePaper.asking')}</Said>
    case 'missing':
      return lookUp.isArxivAsked ? <Said>{t('pagePaper.notOnArxiv')}</Said> : null
    case 'failed':
      return (
        <Offer onPress={onLookUp} label={t('common.tryAgain')}>
          {lookUp.problem}
        </Offer>
      )
    case 'found':
      return null
  }
}

/** True when arXiv may have what Hugging Face does not. */
function needsArxiv(page: Page): boolean {
  if (page.state === 'stored') return page.card.triedAt !== undefined
  if (page.state !== 'unknown' || page.lookUp?.state !== 'missing') return false
  return !page.lookUp.isArxivAsked
}

function Untold({ title }: { title: string }) {
  return (
    <h3 class="paper-title" {...written(title)}>
      {title}
    </h3>
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
