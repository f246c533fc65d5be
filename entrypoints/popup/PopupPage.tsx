import { useEffect, useRef } from 'preact/hooks'
import { PagePaper } from '@/components/PagePaper.tsx'
import { PaperRow } from '@/components/PaperRow.tsx'
import { KeySheet } from '@/components/search/KeySheet.tsx'
import { OperatorHints } from '@/components/search/OperatorHints.tsx'
import { SearchResults } from '@/components/search/SearchResults.tsx'
import { UndoToast } from '@/components/UndoToast.tsx'
import { useSettled } from '@/components/use-settled.ts'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { Hits } from '@/lib/search/hits.ts'
import { describeHits } from '@/lib/state/describe-hits.ts'
import type { Popup } from '@/lib/state/popup.ts'
import type { PopupCommands } from '@/lib/state/popup-live.ts'
import { hubOf } from '@/lib/state/search.ts'
import { listenToPopupKeys, popupKeys } from './popup-keys.ts'

/** The popup: a box, and what it found; before that, today's first and the last saved. */
export function PopupPage(props: {
  popup: Popup
  live: Promise<PopupCommands>
  onAllowArxiv: () => void
}) {
  const { popup, live, onAllowArxiv } = props
  const box = useRef<HTMLInputElement>(null)
  const hits = popup.hits.value
  const released = popup.released.value
  const list = useRef<HTMLElement>(null)
  // The best of another query are not where one had scrolled to.
  useEffect(() => list.current?.scrollTo(0, 0), [hits?.query])
  useEffect(
    () =>
      listenToPopupKeys({
        undo: async () => (await live).undo(),
        help: () => {
          popup.isHelpOpen.value = true
        },
      }),
    [popup, live],
  )
  const isAnswered = hits?.query.trim() === popup.query.value.trim()
  const said = popup.failure.value ?? describeAnswer(isAnswered ? hits : undefined)
  const isSettled = useSettled(said)
  return (
    <div class="popup">
      <header class="popup-head">
        <h1 class="visually-hidden">{t('page.popup')}</h1>
        <div class="popup-search">
          <div class="search-box">
            <input
              ref={box}
              type="search"
              dir="auto"
              value={popup.query.value}
              placeholder={t('popup.searchHint')}
              aria-label={t('popup.search')}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => {
                popup.query.value = event.currentTarget.value
              }}
            />
            <OperatorHints box={box} />
          </div>
          <button
            type="button"
            class="help"
            aria-label={t('masthead.keys')}
            title={t('masthead.keys')}
            onClick={() => {
              popup.isHelpOpen.value = true
            }}
          >
            ?
          </button>
        </div>
        {/* The line stays as steady as the hits; what is said aloud is only ever of the query in
            the box. */}
        <p class={`popup-status${popup.failure.value ? ' is-problem' : ''}`} aria-hidden="true">
          {popup.failure.value ?? describeAnswer(hits)}
        </p>
        <p role="status" class="visually-hidden" aria-busy={!isSettled}>
          {said}
        </p>
      </header>
      {/* Without a paper in it, a list that is too long can only be scrolled where it has the focus. */}
      <main ref={list} tabIndex={hits?.cards.length === 0 ? 0 : undefined}>
        {hits ? (
          <Found popup={popup} hits={hits} live={live} />
        ) : (
          <>
            <OnThisPage popup={popup} live={live} onAllowArxiv={onAllowArxiv} />
            <Resting popup={popup} live={live} />
          </>
        )}
      </main>
      <UndoToast
        released={released}
        onUndo={async () => (await live).undo()}
        onClose={async () => (await live).dismissUndo()}
      />
      <footer class="popup-foot">
        <a href="/newtab.html#/today">{t('common.frontPage')}</a>
        <a href="/newtab.html#/saved">{t('view.saved')}</a>
        <a href="/options.html">{t('common.settings')}</a>
      </footer>
      {popup.isHelpOpen.value && (
        <KeySheet
          groups={[{ title: t('popup.keys.group'), rows: popupKeys }]}
          onClose={() => {
            popup.isHelpOpen.value = false
          }}
        />
      )}
    </div>
  )
}

function describeAnswer(hits: Hits | undefined): string {
  return hits ? describeHits(hits) : ''
}

function Found(props: { popup: Popup; hits: Hits; live: Promise<PopupCommands> }) {
  const { popup, hits, live } = props
  return (
    <SearchResults
      hits={hits}
      hubQuery={popup.hubQuery.value}
      hub={hubOf(popup.search, hits.query)}
      home="/newtab.html"
      actions={{
        onSave: async (id, isSaved) => (await live).setSaved(id, isSaved),
        onOpen: async (id) => (await live).markOpened(id),
      }}
      hubActions={{
        onSave: async (id, isSaved) => (await live).setSavedFromHub(id, isSaved),
        onOpen: async (id) => (await live).openFromHub(id),
      }}
      onMore={async () => (await live).showMore(hits)}
      onAskHub={async () => (await live).askHub(popup.query.value)}
    />
  )
}

function OnThisPage(props: {
  popup: Popup
  live: Promise<PopupCommands>
  onAllowArxiv: () => void
}) {
  const { popup, live, onAllowArxiv } = props
  const page = popup.page.value
  if (!page) return null
  return (
    <PagePaper
      page={page}
      mayAskArxiv={popup.mayAskArxiv.value}
      openedAt={popup.openedAt}
      actions={{
        onSave: async (id, isSaved) => (await live).setPageSaved(id, isSaved),
        onOpen: async (id) => (await live).markOpened(id),
        onLookUp: async () => (await live).lookUpTitle(),
        onAllowArxiv,
      }}
    />
  )
}

function Resting({ popup, live }: { popup: Popup; live: Promise<PopupCommands> }) {
  return (
    <>
      <h2>{t('view.today')}</h2>
      {popup.today.value.length > 0 ? (
        <Rows label={t('view.today')} cards={popup.today.value} live={live} />
      ) : (
        <p class="popup-empty">{t('popup.nothingFetched')}</p>
      )}
      <h2>{t('popup.savedLast')}</h2>
      {popup.lastSaved.value.length > 0 ? (
        <Rows label={t('popup.savedLast')} cards={popup.lastSaved.value} live={live} />
      ) : (
        <p class="popup-empty">{t('popup.nothingSaved')}</p>
      )}
    </>
  )
}

function Rows(props: { label: string; cards: readonly PaperCard[]; live: Promise<PopupCommands> }) {
  const { label, cards, live } = props
  return (
    <div role="feed" aria-label={label} class="rows">
      {cards.map((card, i) => (
        <PaperRow
          key={card.id}
          card={card}
          position={i + 1}
          total={cards.length}
          onSave={async (id, isSaved) => (await live).setSaved(id, isSaved)}
          onOpen={async (id) => (await live).markOpened(id)}
        />
      ))}
    </div>
  )
}
