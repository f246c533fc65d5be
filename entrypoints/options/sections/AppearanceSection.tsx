import { appearanceWords } from '@/components/settings/appearance-words.ts'
import { Choice } from '@/components/settings/Choice.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { t } from '@/lib/i18n.ts'
import { type Appearance, type AppearanceField, appearanceChoices } from '@/lib/model/appearance.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { FrontPagePreview } from './FrontPagePreview.tsx'

/** How the pages look, beside a small front page that follows each choice. */
export function AppearanceSection(props: {
  appearance: Appearance
  /** For the preview, with the addresses of their pictures. */
  cards: readonly PaperCard[]
  pictures: ReadonlyMap<string, string>
  /** The origin that gives no pictures until the reader allows to ask it. */
  refusedBy?: string
  onAllow: (origin: string) => void
  onChoose: <Field extends AppearanceField>(field: Field, value: Appearance[Field]) => void
}) {
  const { appearance, cards, pictures, onAllow, onChoose } = props
  const refusedBy = URL.parse(props.refusedBy ?? '')
  const choice = <Field extends AppearanceField>(field: Field) => {
    const { label, hint, keywords, names } = appearanceWords[field]
    return (
      <Row label={t(label)} hint={t(hint)} keywords={t(keywords)}>
        <Choice
          name={field}
          label={t(label)}
          value={appearance[field] as string}
          options={appearanceChoices[field].map((value) => ({
            value,
            label: t(names[value] as 'appearance.title'),
          }))}
          onChange={(value) => onChoose(field, value as Appearance[Field])}
        />
      </Row>
    )
  }
  return (
    <Section id="appearance" title={t('appearance.title')}>
      <FrontPagePreview cards={cards} pictures={pictures} />
      {choice('edition')}
      {choice('density')}
      {choice('textSize')}
      {choice('columns')}
      {choice('pictures')}
      {refusedBy && appearance.pictures === 'on' && (
        <Row
          label={t('appearance.noPictures')}
          hint={t('settings.noPicturesHint', { host: refusedBy.host })}
        >
          <button type="button" class="button" onClick={() => onAllow(refusedBy.origin)}>
            {t('settings.allow', { host: refusedBy.host })}
          </button>
        </Row>
      )}
    </Section>
  )
}
