import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import { formatCount, formatPapers, formatTime } from '@/lib/format.ts'
import { plural, sentences, t } from '@/lib/i18n.ts'
import type { BrowserSyncReport, WebdavReport } from '@/lib/model/library-report.ts'
import type { EveryMachine, EveryMachineCommands } from '@/lib/state/every-machine.ts'
import { FolderForm } from './FolderForm.tsx'

interface Props {
  model: EveryMachine
  commands: EveryMachineCommands
}

/** How what is saved gets to the reader's other machines. */
export function EveryMachineSection({ model, commands }: Props) {
  const folder = model.folder.value
  return (
    <Section id="library" title={t('settings.library')}>
      <p class="section-lead">{t('settings.merged')}</p>
      <SwitchRow
        id="browser-sync"
        label={t('settings.browserSync')}
        hint={
          <>
            {t('settings.browserSyncHint')}
            {model.isBrowserSyncOn.value && <BrowserSync report={model.browserReport.value} />}
          </>
        }
        keywords={t('settings.machinesKeywords')}
        isOn={model.isBrowserSyncOn.value}
        isDisabled={model.isBusy.value}
        onChange={(isOn) => void commands.setBrowserSync(isOn)}
      />
      <Row
        label={t('settings.webdav')}
        hint={t('settings.webdavHint')}
        keywords={t('settings.webdavKeywords')}
        isWide
      >
        {folder ? (
          <Folder model={model} commands={commands} folder={folder} />
        ) : (
          <FolderForm model={model} commands={commands} />
        )}
        <p role="status" class="message">
          {model.message.value}
        </p>
      </Row>
    </Section>
  )
}

function BrowserSync({ report }: { report: BrowserSyncReport | undefined }) {
  if (!report) return <p class="hint">{t('settings.notSynced')}</p>
  const { papersLeftOut, notesLeftOut, unreadable, bytes, bytesLimit, papers } = report
  return (
    <>
      <dl class="counts">
        <dt>{t('settings.holds')}</dt>
        <dd>
          {t('settings.holdsOf', {
            papers: formatPapers(papers),
            used: Math.ceil(bytes / 1000),
            limit: Math.floor(bytesLimit / 1000),
          })}
          <meter
            min={0}
            max={bytesLimit}
            // Nearly full is no longer well.
            high={bytesLimit * 0.9}
            optimum={0}
            value={bytes}
            aria-label={t('settings.howFull')}
          />
        </dd>
        <LastSync at={report.syncedAt} />
      </dl>
      {papersLeftOut > 0 && (
        <p class="trouble">{plural('settings.papersLeftOut', papersLeftOut)}</p>
      )}
      {notesLeftOut > 0 && <p class="trouble">{plural('settings.notesLeftOut', notesLeftOut)}</p>}
      {unreadable > 0 && <p class="trouble">{plural('settings.partsUnreadable', unreadable)}</p>}
      <Trouble problem={report.problem} />
    </>
  )
}

function Folder(props: Props & { folder: { url: string; user: string } }) {
  const { model, commands, folder } = props
  const report = model.folderReport.value
  return (
    <>
      <dl class="counts">
        <dt>{t('settings.folder')}</dt>
        <dd class="address">{folder.url}</dd>
        <dt>{t('settings.user')}</dt>
        <dd>{folder.user || t('settings.noUser')}</dd>
        {report && <FolderState report={report} />}
      </dl>
      <Trouble problem={report?.problem} />
      <p class="buttons">
        <button
          type="button"
          class="button"
          disabled={model.isBusy.value}
          onClick={() => void commands.syncNow()}
        >
          {t('settings.syncNow')}
        </button>
        <button
          type="button"
          class="button"
          disabled={model.isBusy.value}
          onClick={() => void commands.forgetFolder()}
        >
          {t('settings.forgetFolder')}
        </button>
      </p>
    </>
  )
}

function FolderState({ report }: { report: WebdavReport }) {
  return (
    <>
      <dt>{t('settings.otherMachines')}</dt>
      <dd>{formatCount(report.machines)}</dd>
      <LastSync at={report.syncedAt} />
    </>
  )
}

function LastSync({ at }: { at: number | undefined }) {
  return (
    <>
      <dt>{t('settings.lastSync')}</dt>
      <dd>{at === undefined ? t('settings.notYet') : formatTime(at, Date.now())}</dd>
    </>
  )
}

function Trouble({ problem }: { problem: string | undefined }) {
  return problem ? <p class="trouble">{sentences(problem, t('settings.nothingLost'))}</p> : null
}
