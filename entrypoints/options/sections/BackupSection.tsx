import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { formatPapers, formatTime } from '@/lib/format.ts'
import { sentences, t } from '@/lib/i18n.ts'
import type { Options, OptionsCommands } from '@/lib/state/options.ts'

/** The copies of what is saved, and ways to take it elsewhere. */
export function BackupSection(props: { options: Options; commands: OptionsCommands }) {
  const { options, commands } = props
  const backups = options.backups.value
  const saved = options.counts.value?.saved ?? 0
  return (
    <Section id="backup" title={t('settings.backup')}>
      {backups && (
        <Row
          label={t('settings.copies')}
          hint={<Copies {...backups} />}
          keywords={t('settings.copiesKeywords')}
        >
          <a class="button" href="/library.html">
            {t('settings.toLibrary')}
          </a>
        </Row>
      )}
      {saved > 0 && (
        <Row
          label={t('settings.export')}
          hint={t('settings.exportHint')}
          keywords="bibtex ris csl json markdown"
        >
          <CiteMenu
            label={t('settings.export')}
            what={t('settings.allSaved')}
            onCite={(format, to) => commands.cite({ isAllSaved: true }, format, to)}
          />
        </Row>
      )}
    </Section>
  )
}

function Copies({ newest, weekly }: NonNullable<Options['backups']['value']>) {
  const now = Date.now()
  return (
    <>
      {sentences(
        newest
          ? t('settings.lastCopy', {
              time: formatTime(newest.madeAt, now),
              papers: formatPapers(newest.saved),
            })
          : t('settings.noCopy'),
        weekly?.writtenAt === undefined
          ? ''
          : t('settings.lastFile', { time: formatTime(weekly.writtenAt, now) }),
        weekly ? '' : t('settings.noFile'),
      )}{' '}
      {weekly?.failed && <strong role="alert">{weekly.failed.problem}</strong>}
    </>
  )
}
