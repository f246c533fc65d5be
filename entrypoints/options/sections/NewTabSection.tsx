import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import { t } from '@/lib/i18n.ts'
import type { NewTabOptions, NewTabOptionsCommands } from '@/lib/state/new-tab-options.ts'

/** What the new tab is besides a front page, and what browsers let it be. */
export function NewTabSection(props: {
  options: NewTabOptions
  commands: NewTabOptionsCommands
  /** The build that leaves the browser's own new tab alone. */
  isToolbarPage: boolean
}) {
  const { options, commands, isToolbarPage } = props
  const { isCalm, hasTopSites, hasWebSearch } = options.parts.value
  return (
    <Section id="new-tab" title={t('settings.newTab')}>
      <SwitchRow
        id="calm"
        label={t('settings.calm')}
        hint={t('settings.calmHint')}
        keywords={t('settings.calmKeywords')}
        isOn={isCalm === true}
        onChange={(isOn) => void commands.setCalm(isOn)}
      />
      <SwitchRow
        id="web-search"
        label={t('strip.searchWeb')}
        hint={t('settings.webSearchHint')}
        keywords={t('settings.webSearchKeywords')}
        isOn={hasWebSearch === true}
        onChange={(isOn) => void commands.setPart('hasWebSearch', isOn)}
      />
      <SwitchRow
        id="top-sites"
        label={t('strip.topSites')}
        hint={t('settings.topSitesHint')}
        keywords={t('settings.topSitesKeywords')}
        isOn={hasTopSites === true}
        onChange={(isOn) => void commands.setPart('hasTopSites', isOn)}
      />
      <p role="status" class="message is-short">
        {options.message.value}
      </p>
      <Row
        label={t(isToolbarPage ? 'settings.ownNewTab' : 'settings.keepNewTab')}
        hint={t(isToolbarPage ? 'settings.ownNewTabHint' : 'settings.keepNewTabHint')}
        keywords={t('settings.keepNewTabKeywords')}
        isWide
      />
      <Row
        label={t('settings.privateWindows')}
        hint={t('settings.privateWindowsHint')}
        keywords={t('settings.privateWindowsKeywords')}
        isWide
      />
      <Row label={t('settings.firstSteps')} hint={t('settings.firstStepsHint')}>
        <button type="button" class="button" onClick={() => void commands.showFirstSteps()}>
          {t('settings.showAgain')}
        </button>
      </Row>
    </Section>
  )
}
