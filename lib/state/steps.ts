import { type FeedDate, firstFeedDate } from '../model/feed-date.ts'
import { neighbourDay } from '../model/neighbour-day.ts'
import { monthOf, stepMonth, stepWeek, weekOf } from '../model/period.ts'
import type { Route } from '../model/route.ts'
import type { PageContent } from './page-content.ts'

/** Where one step back or on leads from a day, a week or a month, and what the picker shows. */
export interface Steps {
  kind: 'date' | 'week' | 'month'
  value: string
  min: string
  max: string
  earlier?: Route
  later?: Route
}

/** The steps from what is shown; undefined where there is nothing to step through. */
export function stepsOf(content: PageContent, today: FeedDate): Steps | undefined {
  const { route } = content
  switch (route.view) {
    case 'today':
      return daySteps(editionOf(content) ?? today, content, today)
    case 'day':
      return daySteps(route.date, content, today)
    case 'week': {
      const [min, max] = [weekOf(firstFeedDate), weekOf(today)]
      const to = (week: string): Route | undefined =>
        week >= min && week <= max ? { view: 'week', week } : undefined
      const earlier = to(earliest(stepWeek(route.week, -1), max))
      const later = to(stepWeek(route.week, 1))
      return { kind: 'week', value: route.week, min, max, earlier, later }
    }
    case 'month': {
      const [min, max] = [monthOf(firstFeedDate), monthOf(today)]
      const to = (month: string): Route | undefined =>
        month >= min && month <= max ? { view: 'month', month } : undefined
      const earlier = to(earliest(stepMonth(route.month, -1), max))
      const later = to(stepMonth(route.month, 1))
      return { kind: 'month', value: route.month, min, max, earlier, later }
    }
    default:
      return undefined
  }
}

/** True for a day, week or month that has not begun: nothing is there to be asked for. */
export function isToCome(route: Route, today: FeedDate): boolean {
  if (route.view === 'day') return route.date > today
  if (route.view === 'week') return route.week > weekOf(today)
  return route.view === 'month' && route.month > monthOf(today)
}

function earliest(a: string, b: string): string {
  return a < b ? a : b
}

/** The day whose papers are shown. */
export function editionOf(content: PageContent): FeedDate | undefined {
  return content.state === 'papers' ? content.edition : undefined
}

function daySteps(date: FeedDate, { neighbours }: PageContent, today: FeedDate): Steps {
  // Before the database has told, weekends are passed over by the calendar.
  const earlier = neighbours ? neighbours.earlier : neighbourDay(date, -1, today)
  const later = neighbours ? neighbours.later : neighbourDay(date, 1, today)
  return {
    ...{ kind: 'date', value: date, min: firstFeedDate, max: today },
    earlier:
      date > today ? { view: 'today' } : earlier ? { view: 'day', date: earlier } : undefined,
    later: later ? dayRoute(later, today) : undefined,
  }
}

function dayRoute(date: FeedDate, today: FeedDate): Route {
  return date === today ? { view: 'today' } : { view: 'day', date }
}
