import { render } from 'preact'
import { loadTexFor } from '@/components/tex/TexText.tsx'
import { namePage, t } from '@/lib/i18n.ts'
import { checkLocal } from '@/lib/local-store.ts'
import { formatRoute, parseRoute } from '@/lib/model/route.ts'
import { look } from '@/lib/model/visit.ts'
import { wearAppearance } from '@/lib/state/appearance.ts'
import { createNewTab, type NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'
import { shownTexts } from '../first-paint/shown-texts.ts'
import { loadLaterViews, loadViewOf } from './later-views.ts'
import { NewTabPage } from './NewTabPage.tsx'

// First the paint, from what lies ready; then the database, which is a chunk of its own.
namePage(t('page.newTab'))
const app = document.getElementById('app') as HTMLElement
const now = new Date()
const loadLive = () => import('@/lib/state/new-tab-live.ts')
// Other views than the front page wait for the database: it is not kept back for a frame that
// would show a masthead alone.
const route = parseRoute(location.hash)
const views = route.view !== 'today' && loadViewOf(route)
if (views && !firstPaint.saved) void loadLive()
const local = checkLocal(await firstPaint.local.catch(() => ({})))
const appearance = wearAppearance(local.appearance)
const visit = look(local.visit, now.getTime())
const tab = createNewTab({
  hash: location.hash,
  now,
  visit,
  frontPage: local.frontPage,
  endpoint: local.settings?.endpoint,
  arxiv: local.settings?.arxiv,
  appearance,
  settings: local.settings,
})
const { promise: live, resolve: goLive } = Promise.withResolvers<NewTabCommands>()
const page = (tab: NewTab) => <NewTabPage tab={tab} live={live} />
// What public/first-paint.js has painted is taken over, element by element: drawn as it stays.
const isMissed = !views && !app.firstChild
if (app.firstChild) await loadTexFor(shownTexts(local.frontPage))
render(page(tab), app)

addEventListener('hashchange', () => {
  // The address follows what is typed: then the route is there already.
  if (formatRoute(tab.route.value) === location.hash) return
  tab.route.value = parseRoute(location.hash)
})

if (!views) await firstPaint.painted()
else if (firstPaint.saved) {
  const [{ showFirstSaved }] = await Promise.all([import('./first-saved.ts'), views])
  await showFirstSaved(tab, await firstPaint.saved)
}
void import('./the-rest.ts').then((rest) => rest.doTheRest(tab, visit, live, page, isMissed))
const [{ connectNewTab }] = await Promise.all([loadLive(), views || loadLaterViews()])
goLive(connectNewTab(tab))
