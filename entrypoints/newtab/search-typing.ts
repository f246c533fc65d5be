import { formatRoute, type Route } from '@/lib/model/route.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'

/** A pause in typing. */
const pauseMs = 150
let pause: ReturnType<typeof setTimeout> | undefined
/** What was shown before the search; undefined for a page that was opened on one. */
let before: Route | undefined

/** Shows what each letter finds at once; the address follows after a pause. */
export function searchWhileTyping(tab: NewTab, query: string): void {
  clearTimeout(pause)
  const shown = tab.route.value
  if (query.trim() === '' && shown.view !== 'search') return
  if (shown.view !== 'search') before = shown
  tab.route.value = { view: 'search', query }
  pause = setTimeout(() => goTo({ view: 'search', query }), pauseMs)
}

export function searchFor(tab: NewTab, query: string): void {
  clearTimeout(pause)
  if (query && tab.route.value.view !== 'search') before = tab.route.value
  goTo(query ? { view: 'search', query } : { view: 'today' })
}

/** Goes back to what was shown before the search; does nothing in another view. */
export function leaveSearch(tab: NewTab): void {
  if (tab.route.value.view !== 'search') return
  clearTimeout(pause)
  const isInAddress = location.hash.startsWith('#/search')
  if (!isInAddress) tab.route.value = before ?? { view: 'today' }
  else if (before) history.back()
  else location.replace(formatRoute({ view: 'today' }))
  before = undefined
}

function goTo(route: Route): void {
  const hash = formatRoute(route)
  // One search is one step back, however many letters it took.
  if (location.hash.startsWith('#/search')) location.replace(hash)
  else location.hash = hash
}
