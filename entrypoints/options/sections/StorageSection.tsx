import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { formatBytes, formatCount } from '@/lib/format.ts'
import type { DiskUse } from '@/lib/state/disk-use.ts'
import type { Options } from '@/lib/state/options.ts'

/** What lies on this disk, in rows and in bytes. */
export function StorageSection(props: { options: Options; use: DiskUse | undefined }) {
  const { options, use } = props
  const counts = options.counts.value
  return (
    <Section id="storage" title="Storage">
      <Row
        label="On this disk"
        hint="Papers that were listed stay, so that you find them again, also offline. Saved ones have a copy of their own."
        keywords="database size"
      >
        {counts && (
          <dl class="counts">
            <dt>Papers</dt>
            <dd>{formatCount(counts.papers)}</dd>
            <dt>Saved</dt>
            <dd>{formatCount(counts.saved)}</dd>
            <dt>Days and other lists</dt>
            <dd>{formatCount(counts.listings)}</dd>
          </dl>
        )}
      </Row>
      {use && (
        <Row
          label="Room"
          hint={
            use.isKept
              ? 'Your browser has promised to keep it, however full the disk is.'
              : 'Your browser keeps it as long as the disk has room; a backup outlives that.'
          }
          keywords="bytes megabytes quota space"
        >
          <span class="fact">{formatBytes(use.used)}</span>
        </Row>
      )}
    </Section>
  )
}
