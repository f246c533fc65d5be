import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import { formatCount, formatPapers, formatTime } from '@/lib/format.ts'
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
    <Section id="library" title="Library and sync">
      <p class="section-lead">
        What you save, with its status, tags and notes, is merged paper by paper: machines can
        change it at the same time, offline too, and nothing is overwritten.
      </p>
      <SwitchRow
        id="browser-sync"
        label="By your browser’s own sync"
        hint={
          <>
            Your browser carries it to where you are signed in to it with sync turned on. It holds
            about four thousand papers; nothing is sent anywhere else.
            {model.isBrowserSyncOn.value && <BrowserSync report={model.browserReport.value} />}
          </>
        }
        keywords="every machine other computers"
        isOn={model.isBrowserSyncOn.value}
        isDisabled={model.isBusy.value}
        onChange={(isOn) => void commands.setBrowserSync(isOn)}
      />
      <Row
        label="By a WebDAV folder"
        hint="For any number of papers, and their titles and abstracts, on a server of your choice: Nextcloud, ownCloud, Synology, Fastmail, Apache, rclone. Only this server is asked. The password stays on this machine."
        keywords="every machine other computers cloud"
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
  if (!report) return <p class="hint">Not synced yet: the first time is a minute after a change.</p>
  const { papersLeftOut, notesLeftOut, unreadable, bytes, bytesLimit, papers } = report
  return (
    <>
      <dl class="counts">
        <dt>Holds</dt>
        <dd>
          {formatPapers(papers)}, {formatCount(Math.ceil(bytes / 1000))} of{' '}
          {formatCount(Math.floor(bytesLimit / 1000))} kB
          <meter
            min={0}
            max={bytesLimit}
            // Nearly full is no longer well.
            high={bytesLimit * 0.9}
            optimum={0}
            value={bytes}
            aria-label="How full it is"
          />
        </dd>
        <LastSync at={report.syncedAt} />
      </dl>
      {papersLeftOut > 0 && (
        <p class="trouble">
          It is full: {formatPapers(papersLeftOut)}, those saved longest ago, do not fit and stay on
          this machine alone. A WebDAV folder has room for all.
        </p>
      )}
      {notesLeftOut > 0 && (
        <p class="trouble">
          {notesLeftOut === 1 ? 'A long note does' : `${formatCount(notesLeftOut)} long notes do`}{' '}
          not fit and stay on this machine alone.
        </p>
      )}
      {unreadable > 0 && (
        <p class="trouble">
          {formatCount(unreadable)} of its parts cannot be read, damaged or written by a newer
          Paperboy. They are left as they are.
        </p>
      )}
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
        <dt>Folder</dt>
        <dd class="address">{folder.url}</dd>
        <dt>User</dt>
        <dd>{folder.user || 'none'}</dd>
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
          Sync now
        </button>
        <button
          type="button"
          class="button"
          disabled={model.isBusy.value}
          onClick={() => void commands.forgetFolder()}
        >
          Turn off and forget
        </button>
      </p>
    </>
  )
}

function FolderState({ report }: { report: WebdavReport }) {
  return (
    <>
      <dt>Other machines</dt>
      <dd>{formatCount(report.machines)}</dd>
      <LastSync at={report.syncedAt} />
    </>
  )
}

function LastSync({ at }: { at: number | undefined }) {
  return (
    <>
      <dt>Last sync</dt>
      <dd>{at === undefined ? 'not yet' : formatTime(at, Date.now())}</dd>
    </>
  )
}

function Trouble({ problem }: { problem: string | undefined }) {
  return problem ? <p class="trouble">{problem} Nothing is lost: all is still here.</p> : null
}
