import { KeySheet } from '@/components/KeySheet.tsx'
import { Masthead } from '@/components/Masthead.tsx'
import type { PaperActions } from '@/components/PaperArticle.tsx'
import { Site } from '@/components/Site.ts'
import { StatusLine } from '@/components/StatusLine.tsx'
import { UndoToast } from '@/components/UndoToast.tsx'
import { ViewNav } from '@/components/ViewNav.tsx'
import { siteOf } from '@/lib/model/paper-links.ts'
import { monthOf, weekOf } from '@/lib/model/period.ts'
import { formatRoute } from '@/lib/model/route.ts'
import { droppedOf } from '@/lib/model/sync-report.ts'
import { isNewSince } from '@/lib/model/visit.ts'
import { feedStatus } from '@/lib/state/feed-status.ts'
import { keyTable } from '@/lib/state/keys.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { listingOf } from '@/lib/state/page-content.ts'
import { stepsOf } from '@/lib/state/steps.ts'
import { ContentView } from './ContentView.tsx'
import { titleOf } from './page-title.ts'
import { Stepper } from './Stepper.tsx'

/** The whole new tab: reads the model, hands plain data down, and commands back up. */
export function NewTabPage({ tab, live }: { tab: NewTab; live: Promise<NewTabCommands> }) {
  const content = tab.content.value
  const today = tab.today.value
  const released = tab.released.value
  const cards = content.state === 'papers' ? content.cards : []
  const status = feedStatus({
    content,
    today,
    newCount: cards.filter((card) => isNewSince(tab.visit.value, card)).length,
    newSince: tab.visit.value.previousEndedAt,
    isFetching: tab.isFetching.value,
    failure: tab.failure.value,
    endpoint: tab.endpoint.value,
    sync: tab.sync.value,
    now: Date.now(),
  })
  const report = tab.sync.value.report
  const steps = stepsOf(content, today)
  const isFeedView = content.route.view === 'today' || listingOf(content.route) !== undefined
  return (
    <div class="page">
      <Masthead
        title={titleOf(content, today)}
        query={content.route.view === 'search' ? content.route.query : ''}
        onSearch={searchFor}
        onType={searchSoon}
        onHelp={() => {
          tab.isHelpOpen.value = true
        }}
      >
        {steps && <Stepper steps={steps} />}
      </Masthead>
      <ViewNav
        current={tab.route.value.view}
        items={[
          { label: 'Today', route: { view: 'today' } },
          { label: 'Week', route: { view: 'week', week: weekOf(today) } },
          { label: 'Month', route: { view: 'month', month: monthOf(today) } },
          { label: 'Trending', route: { view: 'trending' } },
          {
            label: 'Saved',
            route: { view: 'saved' },
            note: tab.savedCount.value > 0 ? String(tab.savedCount.value) : undefined,
          },
        ]}
      />
      <StatusLine
        status={status}
        dropped={report ? droppedOf(report) : []}
        isBusy={tab.isFetching.value}
        onRefresh={isFeedView ? async () => (await live).refresh() : undefined}
      />
      <main>
        <Site.Provider value={siteOf(tab.endpoint.value)}>
          <ContentView tab={tab} actions={actionsOf(live)} problem={status.problem} />
        </Site.Provider>
      </main>
      <UndoToast
        titles={released.map(({ record }) => record.title)}
        onUndo={async () => (await live).undo()}
        onClose={async () => (await live).dismissUndo()}
      />
      <KeySheet
        keys={keyTable}
        isOpen={tab.isHelpOpen.value}
        onClose={() => {
          tab.isHelpOpen.value = false
        }}
      />
    </div>
  )
}

function actionsOf(live: Promise<NewTabCommands>): PaperActions {
  return {
    onSave: async (id, isSaved) => (await live).setSaved(id, isSaved),
    onOpen: async (id) => (await live).markOpened(id),
    onToggleAbstract: async (id) => (await live).toggleAbstract(id),
  }
}

/** A pause in typing. */
const pauseMs = 150
let pause: ReturnType<typeof setTimeout> | undefined

function searchSoon(query: string): void {
  clearTimeout(pause)
  if (query) pause = setTimeout(() => searchFor(query), pauseMs)
}

function searchFor(query: string): void {
  clearTimeout(pause)
  const hash = formatRoute(query ? { view: 'search', query } : { view: 'today' })
  // One search is one step back, however many letters it took.
  if (location.hash.startsWith('#/search')) location.replace(hash)
  else location.hash = hash
}
