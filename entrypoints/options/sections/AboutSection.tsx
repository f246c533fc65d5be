import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { Markdown } from '@/components/shelf/Markdown.tsx'

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
    <Section id="about" title="About">
      <Row
        label="Paperboy"
        hint="Not affiliated with Hugging Face or arXiv."
        keywords="version number"
      >
        <span class="fact">{version}</span>
      </Row>
      <Row label="Licence" hint="MIT: free to use, change and pass on." isWide>
        <details class="paper-text">
          <summary>Its words</summary>
          <p class="licence">{licence}</p>
        </details>
      </Row>
      <Row label="What has changed" keywords="changelog news release" isWide>
        <details class="paper-text">
          <summary>The changelog</summary>
          <Markdown text={changelog} />
        </details>
      </Row>
      {source && (
        <Row label="Source">
          <a class="link" href={source}>
            {source}
          </a>
        </Row>
      )}
    </Section>
  )
}
