import { formatDay, formatMonth, formatWeek, shortQuery } from '../format.ts'
import { locale, t } from '../i18n.ts'
import type { FeedDate } from '../model/feed-date.ts'
import type { PaletteItem } from '../model/palette.ts'
import type { Paper } from '../model/paper.ts'
import { monthOf, stepMonth, stepWeek, weekOf } from '../model/period.ts'
import { periodIn } from '../model/period-in.ts'
import { arxivIdIn } from '../model/read-arxiv-id.ts'
import { formatRoute, type Route } from '../model/route.ts'

/** The views and pages; `home` is the new tab's address, '' on that page itself. */
export function placeItems(today: FeedDate, home: string): PaletteItem[] {
  const view = (label: string, route: Route, words?: string): PaletteItem => ({
    ...{ id: `go ${label}`, label, group: t('palette.group.goTo'), words },
    href: home + formatRoute(route),
  })
  const page = (label: string, href: string, words?: string): PaletteItem => ({
    ...{ id: `go ${label}`, label, group: t('palette.group.goTo'), words, href },
  })
  return [
    view(t('view.today'), { view: 'today' }, t('palette.words.today')),
    view(t('view.saved'), { view: 'saved' }, t('palette.words.saved')),
    view(t('view.trending'), { view: 'trending' }),
    view(t('palette.place.thisWeek'), { view: 'week', week: weekOf(today) }),
    view(t('palette.place.lastWeek'), { view: 'week', week: stepWeek(weekOf(today), -1) }),
    view(t('palette.place.thisMonth'), { view: 'month', month: monthOf(today) }),
    view(t('palette.place.lastMonth'), { view: 'month', month: stepMonth(monthOf(today), -1) }),
    view(t('shelf.toRead'), { view: 'saved', status: 'to-read' }, t('palette.words.status')),
    view(t('shelf.reading'), { view: 'saved', status: 'reading' }, t('palette.words.status')),
    view(t('view.bin'), { view: 'bin' }, t('palette.words.bin')),
    page(t('common.settings'), '/options.html', t('palette.words.settings')),
    page(t('palette.place.library'), '/library.html', t('palette.words.library')),
  ]
}

/** What the text itself names: a day, a week or a month; a paper by its id or address. */
export function namedItems(text: string, today: FeedDate, home: string): PaletteItem[] {
  const period = periodIn(text, today, locale)
  const id = arxivIdIn(text)
  return [
    ...(period ? [periodItem(period, home)] : []),
    ...(id ? [paperItem({ id, title: `arXiv ${id}` }, home)] : []),
  ]
}

/** A search for the text: what there is to do with any. */
export function searchItem(text: string, home: string): PaletteItem {
  return {
    ...{
      id: 'search',
      group: t('palette.group.search'),
      label: t('palette.search', { query: shortQuery(text) }),
    },
    href: home + formatRoute({ view: 'search', query: text.trim() }),
  }
}

/** A stored paper, which leads to its own page. */
export function paperItem(paper: Pick<Paper, 'id' | 'title'> & Partial<Paper>, home: string) {
  return {
    ...{ id: `paper ${paper.id}`, group: t('settings.papers'), label: paper.title },
    mayHoldTex: true,
    hint: paper.authors?.[0],
    href: home + formatRoute({ view: 'paper', id: paper.id }),
  } satisfies PaletteItem
}

function periodItem(route: Route, home: string): PaletteItem {
  return {
    id: 'period',
    group: t('palette.group.goTo'),
    label: nameOf(route),
    href: home + formatRoute(route),
  }
}

function nameOf(route: Route): string {
  if (route.view === 'day') return formatDay(route.date)
  if (route.view === 'week') return formatWeek(route.week)
  return route.view === 'month' ? formatMonth(route.month) : ''
}
