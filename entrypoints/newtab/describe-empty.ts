import { type FeedDate, isoWeekday } from '@/lib/model/feed-date.ts'
import type { PageContent } from '@/lib/state/page-content.ts'
import { isToCome } from '@/lib/state/steps.ts'

/** What to say where there are no papers; undefined while there is nothing to say yet. */
export function describeEmpty(
  content: PageContent,
  isFetching: boolean,
  problem: string | undefined,
  today: FeedDate,
  mayAskArxiv?: boolean,
): { title: string; text?: string; isMirrorHelp?: boolean; isArxivHelp?: boolean } | undefined {
  const { route } = content
  if (route.view === 'saved') {
    return {
      title: 'Nothing saved yet',
      text: 'Press Save on a paper, or s while it has the focus. It is kept here, on your disk, with its abstract, and works offline.',
    }
  }
  if (route.view === 'bin') {
    return { title: 'The bin is empty', text: 'What you delete lies here for thirty days.' }
  }
  if (route.view === 'search') {
    return { title: 'What are you looking for?', text: searchHint }
  }
  if (route.view === 'unknown') {
    return { title: 'There is no such page', text: 'Choose one of the views above.' }
  }
  if (isToCome(route, today)) {
    return { title: 'Still to come', text: 'There are no papers from the future.' }
  }
  if (isFetching) return { title: 'The papers are on their way' }
  if (content.state === 'empty') {
    const isWeekend = route.view === 'day' && isoWeekday(route.date) > 5
    return {
      title: 'No papers',
      text: isWeekend
        ? 'Daily Papers has no edition at weekends. Step back for the last one.'
        : 'Hugging Face lists none here.',
    }
  }
  if (route.view === 'paper') {
    return {
      title: problem ? 'Not stored here' : 'Paper not found',
      text: problem
        ? 'It will be looked up when the feed answers again.'
        : mayAskArxiv
          ? 'Neither Hugging Face nor arXiv has this paper.'
          : 'Hugging Face does not have this paper.',
      isArxivHelp: !problem && mayAskArxiv === false,
    }
  }
  return {
    title: 'No papers here yet',
    text: problem
      ? 'They appear by themselves as soon as the feed answers.'
      : 'They have not been fetched yet.',
    isMirrorHelp: problem !== undefined,
  }
}

const searchHint =
  'Words of the title, the authors, the abstract or the organisation, of every paper stored here, and these:'
