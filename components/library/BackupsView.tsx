import { formatList, formatPapers, formatTime } from '@/lib/format.ts'
import { formatBytes } from '@/lib/format-amount.ts'
import { plural, sentences, t } from '@/lib/i18n.ts'
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
      <h2 id="backups-title">{t('backups.heading')}</h2>
      <p>{t('backups.hint')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={onDownload}>
          {t('backups.download')}
        </button>
        <button type="button" class="button" onClick={onBackUpNow}>
          {t('backups.takeCopy')}
        </button>
      </p>
      <p role="status" class="message">
        {message}
      </p>
      {daily?.length === 0 && <p class="hint no-copy">{t('backups.none')}</p>}
      {daily && daily.length > 0 && (
        <table class="copies">
          <thead>
            <tr>
              <th scope="col">{t('backups.copyOf')}</th>
              <th scope="col">{t('backups.holds')}</th>
              <th scope="col">{t('backups.size')}</th>
              <th scope="col">
                <span class="visually-hidden">{t('backups.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {daily.map(({ madeAt, saved, bin, byteLength }) => (
              <tr key={madeAt}>
                <th scope="row">{formatTime(madeAt, now)}</th>
                <td>
                  {formatList([
                    formatPapers(saved),
                    ...(bin > 0 ? [plural('backups.inBin', bin)] : []),
                  ])}
                </td>
                <td>{formatBytes(byteLength)}</td>
                <td class="copy-actions">
                  <button type="button" class="button" onClick={() => onRestore(madeAt)}>
                    {t('backups.restore')}
                  </button>
                  <button type="button" class="button" onClick={() => onDownloadCopy(madeAt)}>
                    {t('backups.downloadCopy')}
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
  const choose = canPickFolder ? t('backups.chooseFolder') : t('backups.chooseDownloads')
  if (!weekly) {
    return (
      <>
        <h3>{t('backups.weekly')}</h3>
        <p>{canPickFolder ? t('backups.weeklyFolder') : t('backups.weeklyDownloads')}</p>
        <p class="actions">
          <button type="button" class="button" onClick={onChoosePlace}>
            {choose}
          </button>
        </p>
      </>
    )
  }
  const { to, writtenAt, name, failed } = weekly
  const folder = to.kind === 'folder' ? to.handle.name : undefined
  return (
    <>
      <h3>{t('backups.weekly')}</h3>
      <p>
        {sentences(
          folder === undefined ? t('backups.intoDownloads') : t('backups.intoFolder', { folder }),
          writtenAt === undefined
            ? t('backups.noneWritten')
            : t('backups.last', { file: name ?? '', time: formatTime(writtenAt, now) }),
        )}
      </p>
      {(failed || needsLeave) && (
        <p role="alert" class="problem">
          {sentences(
            failed?.problem ??
              (folder === undefined
                ? t('backups.downloadsWithdrawn')
                : t('backups.leaveWithdrawn', { folder })),
            t('backups.untilRight'),
          )}
        </p>
      )}
      <p class="actions">
        {(failed || needsLeave) && (
          <button type="button" class="button button-main" onClick={onRenewLeave}>
            {t('backups.giveLeave')}
          </button>
        )}
        {canPickFolder && (
          <button type="button" class="button" onClick={onChoosePlace}>
            {t('backups.otherFolder')}
          </button>
        )}
        <button type="button" class="button" onClick={onStopWeekly}>
          {t('common.stop')}
        </button>
      </p>
    </>
  )
}
