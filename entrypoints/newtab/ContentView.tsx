import { Notice } from '@/components/Notice.tsx'
import type { PaperActions } from '@/components/PaperArticle.tsx'
import { PaperFeed } from '@/components/PaperFeed.tsx'
import { PaperPage } from '@/components/PaperPage.tsx'
import { SearchHelp } from '@/components/SearchHelp.tsx'
import { operators } from '@/lib/model/search-operators.ts'
import { isNewSince } from '@/lib/model/visit.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { describeEmpty } from './describe-empty.ts'
import { titleOf } from './page-title.ts'

/** What the route shows: papers, one paper, or why there are none. */
export function ContentView(props: { tab: NewTab; actions: PaperActions; problem?: string }) {
  const { tab, actions, problem } = props
  const content = tab.content.value
  switch (content.state) {
    case 'loading':
      return null
    case 'papers':
      return (
        <PaperFeed
          cards={content.cards}
          total={content.total}
          label={titleOf(content, tab.today.value)}
          layout={content.edition ? 'front' : 'list'}
          isBusy={tab.isFetching.value}
          isNew={(card) => isNewSince(tab.visit.value, card)}
          abstracts={tab.abstracts.value}
          actions={actions}
        />
      )
    case 'paper':
      return <PaperPage paper={content.paper} card={content.card} actions={actions} />
    default: {
      const notice = describeEmpty(content, tab.isFetching.value, problem, tab.today.value)
      if (!notice) return null
      return (
        <Notice title={notice.title}>
          {notice.text && <p>{notice.text}</p>}
          {content.route.view === 'search' && <SearchHelp operators={operators} />}
          {notice.isMirrorHelp && (
            <p>
              If you use a mirror of Hugging Face,{' '}
              <a href="/options.html">set it as the endpoint</a>.
            </p>
          )}
        </Notice>
      )
    }
  }
}
