import { isoWeekday } from '@/lib/model/feed-date.ts'
import type { PageContent } from '@/lib/state/page-content.ts'

/** What to say where there are no papers; undefined while there is nothing to say yet. */
export function describeEmpty(
  content: PageContent,
  isFetching: boolean,
  problem: string | undefined,
): { title: string; text?: string } | undefined {
  const { route } = content
  if (route.view === 'saved') {
    return {
      title: 'Nothing saved yet',
      text: 'Press Save on a paper, or s while it has the focus. It is kept here, on your disk, with its abstract, and works offline.',
    }
  }
  if (route.view === 'search') {
    return route.query
      ? { title: `No paper holds “${route.query}”`, text: searchHint }
      : { title: 'What are you looking for?', text: searchHint }
  }
  if (route.view === 'unknown') {
    return { title: 'There is no such page', text: 'Choose one of the views above.' }
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
      title: 'Paper not found',
      text: problem ? undefined : 'Hugging Face does not have this paper.',
    }
  }
  return {
    title: 'No papers here yet',
    text: problem
      ? 'They appear by themselves as soon as the feed answers. If you use a mirror of Hugging Face, set it as the endpoint in the settings.'
      : 'They have not been fetched yet.',
  }
}

const searchHint = 'Words of the title, the authors or the abstract, of every paper stored here.'
