import { formatBytes, formatPapers, formatTime } from '@/lib/format.ts'
import type { Backup, WeeklyFile } from '@/lib/model/backup.ts'

/** The daily copies, the weekly file, and what can be done with them. */
export function BackupsView(props: {
  daily: readonly Backup[] | undefined
  weekly: WeeklyFile | undefined
  needsLeave: boolean
  canPickFolder: boolean
  message: string
  /** ms */
  now: number
  onBackUpNow: () => void
  onDownload: () => void
  onRestore: (madeAt: number) => void
  onDownloadCopy: (madeAt: number) => void
  onChoosePlace: () => void
  onRenewLeave: () => void
  onStopWeekly: () => void
}) {
  const { daily, message, now, onBackUpNow, onDownload, onRestore, onDownloadCopy } = props
  return (
    <section class="backups" aria-labelledby="backups-title">
      <h2 id="backups-title">Backups</h2>
      <p>
        Every day on which something changed, Paperboy takes a backup of what you save, with tags,
        notes, settings and the bin, and keeps the last seven here. To restore one, or a file, look
        at it first: what is here stays, what is missing comes back.
      </p>
      <p class="actions">
        <button type="button" class="button" onClick={onDownload}>
          Download a backup now
        </button>
        <button type="button" class="button" onClick={onBackUpNow}>
          Take a backup now
        </button>
      </p>
      <p role="status" class="message">
        {message}
      </p>
      {daily?.length === 0 && (
        <p class="hint no-copy">
          No backup yet: the first is taken within a day of the first save.
        </p>
      )}
      {daily && daily.length > 0 && (
        <table class="copies">
          <thead>
            <tr>
              <th scope="col">Backup of</th>
              <th scope="col">Holds</th>
              <th scope="col">Size</th>
              <th scope="col">
                <span class="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {daily.map(({ madeAt, saved, bin, byteLength }) => (
              <tr key={madeAt}>
                <th scope="row">{formatTime(madeAt, now)}</th>
                <td>
                  {formatPapers(saved)}
                  {bin > 0 && `, ${bin} in the bin`}
                </td>
                <td>{formatBytes(byteLength)}</td>
                <td class="copy-actions">
                  <button type="button" class="button" onClick={() => onRestore(madeAt)}>
                    Restore…
                  </button>
                  <button type="button" class="button" onClick={() => onDownloadCopy(madeAt)}>
                    Download
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Weekly {...props} />
    </section>
  )
}

function Weekly(props: {
  weekly: WeeklyFile | undefined
  needsLeave: boolean
  canPickFolder: boolean
  now: number
  onChoosePlace: () => void
  onRenewLeave: () => void
  onStopWeekly: () => void
}) {
  const { weekly, needsLeave, canPickFolder, now, onChoosePlace, onRenewLeave, onStopWeekly } =
    props
  const choose = canPickFolder ? 'Choose a folder…' : 'Put them among the downloads'
  if (!weekly) {
    return (
      <>
        <h3>A file every week</h3>
        <p>
          {canPickFolder
            ? 'Choose a folder, best one that is backed up or synced, and a file that outlives this browser is written there every week.'
            : 'This browser gives extensions no folder of your choice. With your leave, a file that outlives it is put into “Paperboy” among your downloads every week.'}
        </p>
        <p class="actions">
          <button type="button" class="button" onClick={onChoosePlace}>
            {choose}
          </button>
        </p>
      </>
    )
  }
  const { to, writtenAt, name, failed } = weekly
  const place =
    to.kind === 'folder' ? `the folder “${to.handle.name}”` : '“Paperboy” among your downloads'
  return (
    <>
      <h3>A file every week</h3>
      <p>
        Into {place}.{' '}
        {writtenAt === undefined
          ? 'None has been written yet.'
          : `The last is ${name}, of ${formatTime(writtenAt, now)}.`}
      </p>
      {(failed || needsLeave) && (
        <p role="alert" class="problem">
          {failed?.problem ?? `The browser has withdrawn its leave to write into ${place}.`} No file
          is written until that is put right.
        </p>
      )}
      <p class="actions">
        {(failed || needsLeave) && (
          <button type="button" class="button button-main" onClick={onRenewLeave}>
            Give leave and write it now
          </button>
        )}
        {canPickFolder && (
          <button type="button" class="button" onClick={onChoosePlace}>
            Another folder…
          </button>
        )}
        <button type="button" class="button" onClick={onStopWeekly}>
          Stop
        </button>
      </p>
    </>
  )
}
