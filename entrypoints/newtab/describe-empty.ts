import { t } from '@/lib/i18n.ts'
import { type FeedDate, isoWeekday } from '@/lib/model/feed-date.ts'
import { isSiteId } from '@/lib/model/paper-id.ts'
import type { PageContent } from '@/lib/state/page-content.ts'
import { isToCome } from '@/lib/state/steps.ts'

/** What is said, and what else is to be told with a link in it. */
interface EmptyNotice {
  title: string
  text?: string
  isWeekend?: boolean
  isMirrorHelp?: boolean
  isArxivHelp?: boolean
}

/** What to say where there are no papers; undefined while there is nothing to say yet. */
export function describeEmpty(
  content: PageContent,
  isFetching: boolean,
  problem: string | undefined,
  today: FeedDate,
  mayAskArxiv?: boolean,
): EmptyNotice | undefined {
  const { route } = content
  if (route.view === 'saved') {
    return {
      title: t('empty.saved'),
      text: t('empty.savedHelp'),
    }
  }
  if (route.view === 'bin') {
    return { title: t('empty.bin'), text: t('empty.binHelp') }
  }
  if (route.view === 'search') {
    return { title: t('empty.search'), text: t('empty.searchHelp') }
  }
  if (route.view === 'unknown') {
    return { title: t('empty.noPage'), text: t('empty.noPageHelp') }
  }
  if (isToCome(route, today)) {
    return { title: t('empty.toCome'), text: t('empty.toComeHelp') }
  }
  if (isFetching) return { title: t('empty.onTheWay') }
  if (content.state === 'empty') {
    const isWeekend = route.view === 'day' && isoWeekday(route.date) > 5
    return {
      title: t('empty.none'),
      ...(isWeekend ? { isWeekend } : { text: t('empty.noneListed') }),
    }
  }
  if (route.view === 'paper' && isSiteId(route.id)) {
    return { title: t('empty.notStored'), text: t('empty.saveFromPage') }
  }
  if (route.view === 'paper') {
    return {
      title: problem ? t('empty.notStored') : t('empty.notFound'),
      text: problem
        ? t('empty.lookedUpLater')
        : mayAskArxiv
          ? t('empty.nowhere')
          : t('empty.notOnHub'),
      isArxivHelp: !problem && mayAskArxiv === false,
    }
  }
  return {
    title: t('empty.notYet'),
    text: problem ? t('empty.appearLater') : t('empty.notFetched'),
    isMirrorHelp: problem !== undefined,
  }
}
