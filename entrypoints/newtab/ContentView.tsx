import type { PaperActions } from '@/components/PaperArticle.tsx'
import { PaperFeed } from '@/components/PaperFeed.tsx'
import { isNewSince } from '@/lib/model/visit.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { ArxivOffer, OtherView } from './later-views.ts'
import { titleOf } from './page-title.ts'

/** What the route shows: papers, one paper, or why there are none. */
export function ContentView(props: {
  tab: NewTab
  live: Promise<NewTabCommands>
  problem?: string
}) {
  const { tab, live, problem } = props
  const actions = actionsOf(live)
  const content = tab.content.value
  const isAsking = tab.mayAskArxiv.value === false
  switch (content.state) {
    case 'loading':
      return null
    case 'papers':
      return (
        <>
          {isAsking && <ArxivOffer cards={content.cards} arxiv={tab.arxiv.value} />}
          <PaperFeed
            cards={content.cards}
            total={content.total}
            label={titleOf(content, tab.today.value)}
            layout={content.edition ? 'front' : 'list'}
            isBusy={tab.isFetching.value}
            isNew={(card) => isNewSince(tab.visit.value, card)}
            abstracts={tab.abstracts.value}
            pictures={tab.pictures.value}
            actions={actions}
          />
        </>
      )
    default:
      return <OtherView {...{ tab, live, problem, actions }} />
  }
}

function actionsOf(live: Promise<NewTabCommands>): PaperActions {
  return {
    onSave: async (id, isSaved) => (await live).setSaved(id, isSaved),
    onOpen: async (id) => (await live).markOpened(id),
    onToggleAbstract: async (id) => (await live).toggleAbstract(id),
  }
}
