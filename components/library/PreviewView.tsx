import { useState } from 'preact/hooks'
import { formatCount, formatDate, formatPapers } from '@/lib/format.ts'
import type { Preview, PreviewItem } from '@/lib/library/bring-in/preview.ts'
import { FoldedList } from './FoldedList.tsx'

/** What bringing a file in would do, before anything is done. */
export function PreviewView(props: {
  name: string
  preview: Preview
  /** Where the feed comes from here. */
  endpoint: string
  onBringIn: (options: { takesSettings: boolean }) => void
  onCancel: () => void
}) {
  const { name, preview, endpoint, onBringIn, onCancel } = props
  const {
    format,
    fresh,
    changed,
    differing,
    same,
    unreadable,
    repeated,
    letGo,
    bin,
    damage,
    madeAt,
  } = preview
  const [takesSettings, takeSettings] = useState(false)
  const theirs = preview.settings?.endpoint
  const hasOther = theirs !== undefined && theirs !== endpoint
  const kept = changed.length + differing.length + same.length
  const isNothing = fresh.length + changed.length + bin === 0 && !hasOther
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{name}</h3>
      <p class="hint">
        {describeFormat(format)}
        {madeAt !== undefined && ` of ${formatDate(madeAt)}`}. Nothing has been changed yet.
      </p>
      {damage && (
        <p role="alert" class="problem">
          {damage} What can still be read of it is below.
        </p>
      )}
      <dl class="figures">
        <Figure count={fresh.length} label="new" />
        <Figure count={kept} label="already there" />
        <Figure count={unreadable.length} label="unreadable" isProblem />
      </dl>
      <ul class="asides">
        {letGo > 0 && <li>{formatPapers(letGo)} among the new ones you deleted here before.</li>}
        {repeated > 0 && (
          <li>
            {repeated === 1 ? '1 entry comes' : `${formatCount(repeated)} entries come`} more than
            once; each paper is taken once.
          </li>
        )}
        {bin > 0 && <li>{formatPapers(bin)} would come back into the bin.</li>}
      </ul>
      <PaperList title="New" items={fresh} isOpen={fresh.length > 0 && fresh.length <= 12} />
      <PaperList
        title="Already there: tags or a note are added to it"
        items={changed}
        isOpen={false}
      />
      <PaperList
        title="Already there, but not the same: what is here stays"
        items={differing}
        isOpen={differing.length > 0 && differing.length <= 12}
      />
      <PaperList title="Already there, all of it" items={same} isOpen={false} />
      <FoldedList
        title="Unreadable"
        items={unreadable}
        isOpen={unreadable.length > 0}
        render={({ line, name, reason }) => (
          <>
            <span class="line">line {formatCount(line)}</span> <b>{name}</b>{' '}
            <span class="reason">{reason}</span>
          </>
        )}
      />
      {hasOther && (
        <label class="choice">
          <input
            type="checkbox"
            checked={takesSettings}
            onChange={(event) => takeSettings(event.currentTarget.checked)}
          />{' '}
          Take its setting, too: papers from {theirs}, here {endpoint}
        </label>
      )}
      <p class="actions">
        {isNothing ? (
          <span>There is nothing in it that is not here.</span>
        ) : (
          <button
            type="button"
            class="button button-main"
            disabled={fresh.length + changed.length + bin === 0 && !takesSettings}
            onClick={() => onBringIn({ takesSettings })}
          >
            {labelOf(preview)}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {isNothing ? 'Another file' : 'Not now'}
        </button>
      </p>
    </section>
  )
}

function labelOf({ format, fresh, changed }: Preview): string {
  const verb = format === 'Paperboy backup' ? 'Restore' : 'Bring in'
  if (fresh.length > 0) return `${verb} ${formatPapers(fresh.length)}`
  return changed.length > 0 ? `Add to ${formatPapers(changed.length)}` : verb
}

function describeFormat(format: Preview['format']): string {
  return /^(list|Paper)/.test(format)
    ? `A ${format}`
    : `A ${format} file`.replace('A RIS', 'An RIS')
}

function Figure(props: { count: number; label: string; isProblem?: boolean }) {
  const { count, label, isProblem } = props
  return (
    <div class={isProblem && count > 0 ? 'figure is-problem' : 'figure'}>
      <dt>{label}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  )
}

function PaperList(props: { title: string; items: readonly PreviewItem[]; isOpen: boolean }) {
  return (
    <FoldedList
      {...props}
      render={({ id, title, tags, hasNote, otherStatus }) => (
        <>
          <span class="line">{id}</span> <b>{title}</b>
          {tags.map((tag) => (
            <Mark key={tag} text={tag} />
          ))}
          {hasNote && <Mark text="a note" isOurs />}
          {otherStatus && <Mark text={`there: ${statusNames[otherStatus]}`} isOurs />}
        </>
      )}
    />
  )
}

const statusNames = { 'to-read': 'to read', reading: 'reading', read: 'read' }

/** A tag, or (`isOurs`) what is said of the paper besides. */
function Mark({ text, isOurs }: { text: string; isOurs?: boolean }) {
  return (
    <>
      {' '}
      <span class={isOurs ? 'tag tag-note' : 'tag'}>{text}</span>
    </>
  )
}
