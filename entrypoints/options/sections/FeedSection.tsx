import { SyncDetails } from '@/components/SyncDetails.tsx'
import { Choice } from '@/components/settings/Choice.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import { formatTime } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'
import { type refreshChoices, usualPace } from '@/lib/model/pace.ts'
import { droppedOf } from '@/lib/model/sync-report.ts'
import type { Grant, GrantCommands } from '@/lib/state/grants.ts'
import type { Options, OptionsCommands } from '@/lib/state/options.ts'
import { EndpointForm } from './EndpointForm.tsx'

/** Where the papers come from, and how often they are asked for. */
export function FeedSection(props: {
  options: Options
  commands: OptionsCommands
  /** Access to arXiv. */
  arxiv: Grant
  /** Why that is not what was wanted. */
  arxivMessage: string
  grantCommands: GrantCommands
}) {
  const { options, commands, arxiv, arxivMessage, grantCommands } = props
  const { refreshMinutes, isSavingData } = options.settings.value
  return (
    <Section id="feed" title={t('settings.feed')}>
      <Row label={t('settings.dailyPapers')} hint={<LastFetch options={options} />}>
        <span class="fact">{t('settings.alwaysOn')}</span>
      </Row>
      <SwitchRow
        id="arxiv"
        label={t('settings.arxiv')}
        hint={t('settings.arxivHint')}
        isOn={arxiv.isGranted}
        onChange={(isOn) => void grantCommands.change(arxiv, isOn)}
      />
      <p role="status" class="message is-short">
        {arxivMessage}
      </p>
      <EndpointForm options={options} commands={commands} />
      <Row
        label={t('settings.howOften')}
        hint={t('settings.howOftenHint')}
        keywords={t('settings.howOftenKeywords')}
      >
        <Choice
          name="refresh"
          label={t('settings.howOftenLabel')}
          value={refreshMinutes ?? usualPace.everyMs / 60_000}
          options={[...refreshNames].map(([value, label]) => ({ value, label }))}
          onChange={(minutes) => void commands.setRefresh(minutes)}
        />
      </Row>
      <SwitchRow
        id="saving-data"
        label={t('settings.saveData')}
        hint={t('settings.saveDataHint')}
        keywords={t('settings.saveDataKeywords')}
        isOn={isSavingData === true}
        onChange={(isOn) => void commands.setSavingData(isOn)}
      />
    </Section>
  )
}

const refreshNames = new Map<(typeof refreshChoices)[number], string>([
  [30, t('settings.halfHour')],
  [60, plural('settings.hours', 1)],
  [180, plural('settings.hours', 3)],
  [720, plural('settings.hours', 12)],
])

function LastFetch({ options }: { options: Options }) {
  const { report } = options.sync.value
  if (!report) return <>{t('settings.notFetched')}</>
  const isWell = report.outcomes.some(({ result }) => result !== 'failed')
  return (
    <>
      {t(isWell ? 'settings.lastFetch' : 'settings.lastTry', {
        time: formatTime(report.endedAt, Date.now()),
        host: new URL(report.endpoint).host,
      })}
      <SyncDetails dropped={droppedOf(report)} />
    </>
  )
}
