import { SyncDetails } from '@/components/SyncDetails.tsx'
import { Choice } from '@/components/settings/Choice.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import { formatTime } from '@/lib/format.ts'
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
  grantCommands: GrantCommands
}) {
  const { options, commands, arxiv, grantCommands } = props
  const { refreshMinutes, isSavingData } = options.settings.value
  return (
    <Section id="feed" title="Feed">
      <Row label="Daily Papers of Hugging Face" hint={<LastFetch options={options} />}>
        <span class="fact">Always on</span>
      </Row>
      <SwitchRow
        id="arxiv"
        label="arXiv"
        hint="Asked for a paper that you save and Hugging Face does not have, and for nothing else."
        isOn={arxiv.isGranted}
        onChange={(isOn) => void grantCommands.change(arxiv, isOn)}
      />
      <EndpointForm options={options} commands={commands} />
      <Row
        label="How often"
        hint="The day’s list grows for about twenty-four hours. It is asked for in the background, and when you press “Check now”."
        keywords="refresh update interval fetch"
      >
        <Choice
          name="refresh"
          label="How often the feed is asked for"
          value={refreshMinutes ?? usualPace.everyMs / 60_000}
          options={[...refreshNames].map(([value, label]) => ({ value, label }))}
          onChange={(minutes) => void commands.setRefresh(minutes)}
        />
      </Row>
      <SwitchRow
        id="saving-data"
        label="Save data"
        hint="Fetches today’s edition and the last one; any other comes when you look at it."
        keywords="mobile metered bandwidth"
        isOn={isSavingData === true}
        onChange={(isOn) => void commands.setSavingData(isOn)}
      />
    </Section>
  )
}

const refreshNames = new Map<(typeof refreshChoices)[number], string>([
  [30, '½ hour'],
  [60, '1 hour'],
  [180, '3 hours'],
  [720, '12 hours'],
])

function LastFetch({ options }: { options: Options }) {
  const { report } = options.sync.value
  if (!report) return <>Nothing has been fetched yet.</>
  const isWell = report.outcomes.some(({ result }) => result !== 'failed')
  return (
    <>
      {isWell ? 'Last fetch' : 'Last try, which failed:'} {formatTime(report.endedAt, Date.now())}{' '}
      from {new URL(report.endpoint).host}
      <SyncDetails dropped={droppedOf(report)} />
    </>
  )
}
