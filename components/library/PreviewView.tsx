import { useState } from 'preact/hooks'
import { formatCount, formatDate } from '@/lib/format.ts'
import { plural, sentences, t } from '@/lib/i18n.ts'
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
      <p class="hint">{sentences(describeFormat(format, madeAt), t('preview.unchanged'))}</p>
      {damage && (
        <p role="alert" class="problem">
          {sentences(damage, t('preview.stillRead'))}
        </p>
      )}
      <dl class="figures">
        <Figure count={fresh.length} label={t('preview.new')} />
        <Figure count={kept} label={t('preview.there')} />
        <Figure count={unreadable.length} label={t('preview.unreadable')} isProblem />
      </dl>
      <ul class="asides">
        {letGo > 0 && <li>{plural('preview.letGo', letGo)}</li>}
        {repeated > 0 && <li>{plural('preview.repeated', repeated)}</li>}
        {bin > 0 && <li>{plural('preview.backIntoBin', bin)}</li>}
      </ul>
      <PaperList
        title={t('preview.newOnes')}
        items={fresh}
        isOpen={fresh.length > 0 && fresh.length <= 12}
      />
      <PaperList title={t('preview.changed')} items={changed} isOpen={false} />
      <PaperList
        title={t('preview.differing')}
        items={differing}
        isOpen={differing.length > 0 && differing.length <= 12}
      />
      <PaperList title={t('preview.same')} items={same} isOpen={false} />
      <FoldedList
        title={t('preview.unreadableOnes')}
        items={unreadable}
        isOpen={unreadable.length > 0}
        render={({ line, name, reason }) => (
          <>
            <span class="line">{t('preview.line', { line })}</span> <b>{name}</b>{' '}
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
          {t('preview.takeSettings', { theirs, here: endpoint })}
        </label>
      )}
      <p class="actions">
        {isNothing ? (
          <span>{t('preview.nothingNew')}</span>
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
          {isNothing ? t('bringIn.another') : t('preview.notNow')}
        </button>
      </p>
    </section>
  )
}

function labelOf({ format, fresh, changed }: Preview): string {
  const isBackup = format === 'Paperboy backup'
  if (fresh.length > 0)
    return plural(isBackup ? 'preview.restorePapers' : 'preview.bringInPapers', fresh.length)
  if (changed.length > 0) return plural('preview.addTo', changed.length)
  return isBackup ? t('preview.restore') : t('preview.bringIn')
}

function describeFormat(format: Preview['format'], madeAt: number | undefined): string {
  switch (format) {
    case 'Paperboy backup':
      return madeAt === undefined
        ? t('preview.backup')
        : t('preview.backupOf', { date: formatDate(madeAt) })
    case 'PaperMemory export':
      return t('preview.paperMemory')
    case 'list of arXiv ids':
      return t('preview.idList')
    case 'RIS':
      return t('preview.ris')
    default:
      return t('preview.file', { format })
  }
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
          {hasNote && <Mark text={t('preview.note')} isOurs />}
          {otherStatus && (
            <Mark
              text={t(`preview.${otherStatus === 'to-read' ? 'toRead' : otherStatus}`)}
              isOurs
            />
          )}
        </>
      )}
    />
  )
}

/** A tag, or (`isOurs`) what is said of the paper besides. */
function Mark({ text, isOurs }: { text: string; isOurs?: boolean }) {
  return (
    <>
      {' '}
      <span class={isOurs ? 'tag tag-note' : 'tag'}>{text}</span>
    </>
  )
}
