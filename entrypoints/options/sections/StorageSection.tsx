import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { formatCount } from '@/lib/format.ts'
import { formatBytes } from '@/lib/format-amount.ts'
import { t } from '@/lib/i18n.ts'
import type { DiskUse } from '@/lib/state/disk-use.ts'
import type { Options } from '@/lib/state/options.ts'

/** What lies on this disk, in rows and in bytes. */
export function StorageSection(props: { options: Options; use: DiskUse | undefined }) {
  const { options, use } = props
  const counts = options.counts.value
  return (
    <Section id="storage" title={t('settings.storage')}>
      <Row
        label={t('settings.onDisk')}
        hint={t('settings.onDiskHint')}
        keywords={t('settings.onDiskKeywords')}
      >
        {counts && (
          <dl class="counts">
            <dt>{t('settings.papers')}</dt>
            <dd>{formatCount(counts.papers)}</dd>
            <dt>{t('settings.saved')}</dt>
            <dd>{formatCount(counts.saved)}</dd>
            <dt>{t('settings.lists')}</dt>
            <dd>{formatCount(counts.listings)}</dd>
          </dl>
        )}
      </Row>
      {use && (
        <Row
          label={t('settings.room')}
          hint={t(use.isKept ? 'settings.roomKept' : 'settings.roomWhile')}
          keywords={t('settings.roomKeywords')}
        >
          <span class="fact">{formatBytes(use.used)}</span>
        </Row>
      )}
    </Section>
  )
}
