import { plural, t } from '@/lib/i18n.ts'
import type { SendReport } from '@/lib/send/send-report.ts'
import { Message } from '../Message.tsx'

/** How a sending goes, or went, in a live region that is there before it has anything to say. */
export function SendReportLine(props: {
  report: SendReport | undefined
  /** Undefined where another button goes on. */
  onGoOn?: () => void
  onStop: () => void
}) {
  const { report, onGoOn, onStop } = props
  const missing = report?.missing ?? []
  return (
    <div class="send-report">
      <p role="status" class="send-status">
        {report?.text}
        {report?.problem && <strong class="send-problem"> {report.problem}</strong>}
      </p>
      {report && (
        <p class="send-next">
          {report.state === 'running' && (
            <button type="button" class="button" onClick={onStop}>
              {t('common.stop')}
            </button>
          )}
          {onGoOn && report.state === 'stopped' && (
            <button type="button" class="button" onClick={onGoOn}>
              {t('send.goOn')}
            </button>
          )}
          {report.link && <a href={report.link.href}>{report.link.text}</a>}
        </p>
      )}
      {missing.length > 0 && (
        <details class="send-missing" open={missing.length <= openUpTo}>
          <summary>{plural('send.notThere', missing.length)}</summary>
          <ul>
            {missing.map(({ id, title, reason }) => (
              <li key={id}>
                {reason ? (
                  <Message
                    of="send.because"
                    parts={{ title: <cite dir="auto">{title}</cite>, reason }}
                  />
                ) : (
                  <cite dir="auto">{title}</cite>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** A longer list is shown when it is asked for. */
const openUpTo = 5
