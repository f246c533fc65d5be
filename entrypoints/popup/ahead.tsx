import { Site } from '@/components/Site.ts'
import { t } from '@/lib/i18n.ts'
import { siteOf } from '@/lib/model/paper-links.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import { createPopup } from '@/lib/state/popup.ts'
import type { Ahead } from '../first-paint/lay-ahead.ts'
import { PopupPage } from './PopupPage.tsx'

/** The popup at rest, ahead of its opening: of what it shows then, nothing is of the hour. */
export const popupAhead: Ahead = {
  page: 'popup',
  title: t('page.popup'),
  facts: ({ published, settings }) => ({ published: published?.popup, settings }),
  draw: ({ frontPage, settings }) =>
    frontPage && (
      <Site.Provider value={siteOf(settings?.endpoint ?? defaultEndpoint)}>
        <PopupPage
          popup={createPopup(frontPage)}
          live={new Promise(() => {})}
          onAllowArxiv={() => {}}
        />
      </Site.Provider>
    ),
  trueUntil: () => Number.MAX_SAFE_INTEGER,
}
