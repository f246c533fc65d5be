import { formatPapers } from '@/lib/format.ts'
import type { SendReport } from '@/lib/send/send-report.ts'

/** How a sending goes, or went, in a live region that is there before it has anything to say. */
export function SendReportLine(props: {
  report: SendReport | undefined
  onGoOn: () => void
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
              Stop
            </button>
          )}
          {report.state === 'stopped' && (
            <button type="button" class="button" onClick={onGoOn}>
              Go on
            </button>
          )}
          {report.link && <a href={report.link.href}>{report.link.text}</a>}
        </p>
      )}
      {missing.length > 0 && (
        <details class="send-missing" open={missing.length <= openUpTo}>
          <summary>{formatPapers(missing.length)} not there</summary>
          <ul>
            {missing.map(({ id, title, reason }) => (
              <li key={id}>
                <cite>{title}</cite>
                {reason && `: ${reason}`}
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
