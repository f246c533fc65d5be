import { CalmLine } from '@/components/CalmLine.tsx'
import { EditionLine } from '@/components/EditionLine.tsx'
import { Masthead } from '@/components/Masthead.tsx'
import { Site } from '@/components/Site.ts'
import { StatusLine } from '@/components/StatusLine.tsx'
import { ViewNav } from '@/components/ViewNav.tsx'
import { formatCount } from '@/lib/format.ts'
import { t } from '@/lib/i18n.ts'
import { editionNumber } from '@/lib/model/feed-date.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { monthOf, weekOf } from '@/lib/model/period.ts'
import { droppedOf } from '@/lib/model/sync-report.ts'
import { isNewSince } from '@/lib/model/visit.ts'
import { feedStatus } from '@/lib/state/feed-status.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { listingOf } from '@/lib/state/page-content.ts'
import { editionOf, stepsOf } from '@/lib/state/steps.ts'
import { ContentView } from './ContentView.tsx'
import {
  CiteFocused,
  KeysOfNewTab,
  OperatorHints,
  OwnFirstSteps,
  PaletteOfNewTab,
  SyncDetails,
  UndoToast,
} from './later-views.ts'
import { titleOf } from './page-title.ts'
import { Stepper } from './Stepper.tsx'
import { searchFor, searchWhileTyping } from './search-typing.ts'
import { Strip } from './strip/Strip.tsx'
import { unfold } from './unfold.ts'

/** The whole new tab: reads the model, hands plain data down, and commands back up. */
export function NewTabPage({ tab, live }: { tab: NewTab; live: Promise<NewTabCommands> }) {
  const content = tab.content.value
  const today = tab.today.value
  const released = tab.released.value
  const cards = content.state === 'papers' ? content.cards : []
  const newCount = cards.filter((card) => isNewSince(tab.visit.value, card)).length
  const isCalm =
    tab.parts.value.isCalm === true &&
    content.state === 'papers' &&
    !tab.isUnfolded.value &&
    content.route.view === 'today'
  const status = feedStatus({
    content,
    today,
    newCount,
    newSince: tab.visit.value.previousEndedAt,
    isFetching: tab.isFetching.value,
    failure: tab.failure.value,
    endpoint: tab.endpoint.value,
    sync: tab.sync.value,
    now: Date.now(),
  })
  const { report } = tab.sync.value
  const dropped = report ? droppedOf(report) : []
  const steps = stepsOf(content, today)
  const edition = editionOf(content)
  const isFeedView = content.route.view === 'today' || listingOf(content.route) !== undefined
  return (
    <div class="page">
      <Strip tab={tab} />
      <Masthead
        title={titleOf(content, today)}
        edition={
          <EditionLine
            number={edition === undefined ? undefined : editionNumber(edition)}
            onTurn={async () => {
              const { turnEdition } = await import('@/lib/state/choose-appearance.ts')
              await turnEdition(tab.appearance.peek())
            }}
          />
        }
        query={content.route.view === 'search' ? content.route.query : ''}
        hints={(box) => <OperatorHints box={box} />}
        onSearch={(query) => searchFor(tab, query)}
        onType={(query) => searchWhileTyping(tab, query)}
        onHelp={() => {
          tab.isHelpOpen.value = true
        }}
      >
        {!isCalm && (
          <StatusLine
            status={status}
            isBusy={tab.isFetching.value}
            onRefresh={isFeedView ? async () => (await live).refresh() : undefined}
          >
            {dropped.length > 0 && <SyncDetails dropped={dropped} />}
          </StatusLine>
        )}
      </Masthead>
      {!isCalm && (
        <div class="folio">
          <ViewNav
            current={tab.route.value.view}
            items={[
              { label: t('view.today'), route: { view: 'today' } },
              { label: t('view.week'), route: { view: 'week', week: weekOf(today) } },
              { label: t('view.month'), route: { view: 'month', month: monthOf(today) } },
              { label: t('view.trending'), route: { view: 'trending' } },
              {
                label: t('view.saved'),
                route: { view: 'saved' },
                note: tab.savedCount.value > 0 ? formatCount(tab.savedCount.value) : undefined,
              },
            ]}
          />
          {steps && <Stepper steps={steps} />}
        </div>
      )}
      <main>
        {isCalm ? (
          <CalmLine
            newCount={newCount}
            total={content.total}
            since={tab.visit.value.previousEndedAt}
            onShow={() => unfold(tab)}
          />
        ) : (
          <Site.Provider value={siteOf(tab.endpoint.value)}>
            <ContentView tab={tab} live={live} problem={status.problem} />
          </Site.Provider>
        )}
        {tab.citing.value && <CiteFocused tab={tab} live={live} id={tab.citing.value} />}
      </main>
      {isWelcoming(tab) && !isCalm && <OwnFirstSteps tab={tab} />}
      {released && (
        <UndoToast
          released={released}
          onUndo={async () => (await live).undo()}
          onClose={async () => (await live).dismissUndo()}
        />
      )}
      {tab.isPaletteOpen.value && (
        <PaletteOfNewTab
          {...{ tab, live }}
          onRefresh={isFeedView ? async () => (await live).refresh() : undefined}
        />
      )}
      {tab.isHelpOpen.value && (
        <KeysOfNewTab
          onClose={() => {
            tab.isHelpOpen.value = false
          }}
        />
      )}
    </div>
  )
}

/** The first steps wait for the papers, and for who has not made them. */
function isWelcoming({ content, welcome }: NewTab): boolean {
  return content.value.state === 'papers' && /^(look|keys)$/.test(welcome.value ?? '')
}
