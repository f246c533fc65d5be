import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { Markdown } from '@/components/shelf/Markdown.tsx'
import { t } from '@/lib/i18n.ts'

/** What this is, and what has changed in it. */
export function AboutSection(props: {
  version: string
  /** Texts of the project's own files. */
  licence: string
  changelog: string
  /** Where the source is to be had, when that is known. */
  source?: string
}) {
  const { version, licence, changelog, source } = props
  return (
    <Section id="about" title={t('settings.about')}>
      <Row
        label={t('manifest.name')}
        hint={t('settings.notAffiliated')}
        keywords={t('settings.versionKeywords')}
      >
        <span class="fact">{version}</span>
      </Row>
      <Row label={t('settings.licence')} hint={t('settings.licenceHint')} isWide>
        <details class="paper-text">
          <summary>{t('settings.licenceWords')}</summary>
          <p class="licence">{licence}</p>
        </details>
      </Row>
      <Row label={t('settings.changes')} keywords={t('settings.changesKeywords')} isWide>
        <details class="paper-text">
          <summary>{t('settings.changelog')}</summary>
          <Markdown text={changelog} />
        </details>
      </Row>
      {source && (
        <Row label={t('settings.source')}>
          <a class="link" href={source}>
            {source}
          </a>
        </Row>
      )}
    </Section>
  )
}
