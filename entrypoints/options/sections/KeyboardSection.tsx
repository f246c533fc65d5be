import { Key } from '@/components/Key.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { t } from '@/lib/i18n.ts'
import type { KeyGroup } from '@/lib/model/keys.ts'
import type { Shortcut } from '@/lib/state/shortcuts.ts'

/** The keys of the new tab, and those of the whole browser, which are its own to change. */
export function KeyboardSection(props: {
  keys: readonly KeyGroup[]
  shortcuts: readonly Shortcut[]
  onOpenShortcuts: () => void
}) {
  const { keys, shortcuts, onOpenShortcuts } = props
  return (
    <Section id="keyboard" title={t('settings.keyboard')}>
      {shortcuts.map(({ name, description, keys: combination }) => (
        <Row
          key={name}
          label={description}
          hint={t('settings.anywhere')}
          keywords={t('settings.shortcutKeywords')}
        >
          {combination ? (
            <Keys keys={combination.split('+')} />
          ) : (
            <span class="fact">{t('settings.noKey')}</span>
          )}
        </Row>
      ))}
      <Row
        label={t('settings.changeKeys')}
        hint={t('settings.changeKeysHint')}
        keywords={t('settings.shortcutKeywords')}
      >
        <button type="button" class="button" onClick={onOpenShortcuts}>
          {t('settings.openShortcuts')}
        </button>
      </Row>
      {keys.map(({ title, rows }) => (
        <Row key={title} label={title} keywords={t('settings.newTab')} isWide>
          <dl class="key-list">
            {rows.map(({ keys: each, label }) => (
              <div key={label}>
                <dt>
                  <Keys keys={each} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Row>
      ))}
    </Section>
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span dir="ltr">
      {keys.map((key) => (
        <Key key={key} chord={key} />
      ))}
    </span>
  )
}
