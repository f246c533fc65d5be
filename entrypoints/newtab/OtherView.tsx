import { Message } from '@/components/Message.tsx'
import { Notice } from '@/components/Notice.tsx'
import type { PaperActions } from '@/components/PaperArticle.tsx'
import { formatRoute } from '@/lib/model/route.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { hubOf } from '@/lib/state/search.ts'
import { stepsOf } from '@/lib/state/steps.ts'
import { describeEmpty } from './describe-empty.ts'
import {
  ArxivOffer,
  BinView,
  CitePaper,
  OperatorSheet,
  PaperPage,
  PaperPanel,
  SavedView,
  SearchResults,
  SendPanel,
} from './later-views.ts'

/** All that a route may show but a list of papers: none of it is painted first. */
export function OtherView(props: {
  tab: NewTab
  live: Promise<NewTabCommands>
  problem?: string
  actions: PaperActions
}) {
  const { tab, live, problem, actions } = props
  const content = tab.content.value
  const isAsking = tab.mayAskArxiv.value === false
  switch (content.state) {
    case 'hits': {
      const { hits, hubQuery } = content
      return (
        <SearchResults
          hits={hits}
          hubQuery={hubQuery}
          hub={hubOf(tab.search, hits.query)}
          home=""
          abstracts={tab.abstracts.value}
          actions={actions}
          hubActions={{
            onSave: async (id, isSaved) => (await live).setSavedFromHub(id, isSaved),
            onOpen: async (id) => (await live).openFromHub(id),
          }}
          onMore={async () => (await live).showMore(hits)}
          onAskHub={async () => {
            const route = tab.route.value
            if (route.view === 'search') await (await live).askHub(route.query)
          }}
        />
      )
    }
    case 'shelf':
    case 'bin': {
      const shelf = tab.shelf.value
      if (!shelf) return null
      const { ids } = content
      return content.state === 'bin' ? (
        <BinView shelf={shelf} ids={ids} />
      ) : (
        <SavedView
          {...{ tab, shelf, live, ids, total: content.total }}
          isPartial={content.first !== undefined}
        />
      )
    }
    case 'paper': {
      const { paper, card, saved } = content
      const shelf = tab.shelf.value
      return (
        <>
          {isAsking && <ArxivOffer cards={[card]} arxiv={tab.arxiv.value} />}
          <PaperPage
            paper={paper}
            card={card}
            picture={tab.pictures.value.get(paper.id)}
            actions={actions}
          >
            <div class="paper-doings">
              <CitePaper paper={paper} live={live} />
              <SendPanel ids={[paper.id]} tab={tab} live={live} />
            </div>
            {saved && shelf && <PaperPanel shelf={shelf} row={saved} />}
          </PaperPage>
        </>
      )
    }
    default: {
      const notice = describeEmpty(
        content,
        tab.isFetching.value,
        problem,
        tab.today.value,
        tab.mayAskArxiv.value,
      )
      if (!notice) return null
      const earlier = stepsOf(content, tab.today.value)?.earlier
      return (
        <Notice title={notice.title}>
          {notice.isArxivHelp ? (
            <ArxivOffer text={notice.text} arxiv={tab.arxiv.value} />
          ) : (
            notice.text && <p>{notice.text}</p>
          )}
          {content.route.view === 'search' && <OperatorSheet />}
          {content.route.view === 'saved' && (
            <p>
              <Message
                of="empty.bringIn"
                parts={{ link: (text) => <a href="/library.html">{text}</a> }}
              />
            </p>
          )}
          {content.state === 'empty' && content.hasBin && (
            <p>
              <Message
                of="empty.inBin"
                parts={{ link: (text) => <a href={formatRoute({ view: 'bin' })}>{text}</a> }}
              />
            </p>
          )}
          {notice.isWeekend && (
            <p>
              <Message
                of="empty.weekend"
                parts={{
                  link: (text) => (earlier ? <a href={formatRoute(earlier)}>{text}</a> : text),
                }}
              />
            </p>
          )}
          {notice.isMirrorHelp && (
            <p>
              <Message
                of="empty.mirror"
                parts={{ link: (text) => <a href="/options.html">{text}</a> }}
              />
            </p>
          )}
        </Notice>
      )
    }
  }
}
