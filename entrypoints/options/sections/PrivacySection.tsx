import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { t } from '@/lib/i18n.ts'
import type { Grant, GrantCommands } from '@/lib/state/grants.ts'
import { HostList, type Hosts } from './HostList.tsx'
import { PermissionRows } from './PermissionRows.tsx'

/** Who is ever asked, what the browser lets Paperboy do, and what leaves it when. */
export function PrivacySection(props: {
  hosts: Hosts
  grants: readonly Grant[]
  message: string
  grantCommands: GrantCommands
}) {
  const { hosts, grants, message, grantCommands } = props
  return (
    <Section id="privacy" title={t('settings.privacy')}>
      <p class="section-lead">{t('settings.privacyLead')}</p>
      <Row
        label={t('settings.hosts')}
        hint={t('settings.hostsHint')}
        keywords={t('settings.hostsKeywords')}
        isWide
      >
        <HostList {...hosts} />
      </Row>
      <Row label={t('settings.sentOnPress')} keywords={t('settings.sentOnPressKeywords')} isWide>
        <ul class="plain-list">
          <li>{t('settings.sendsSearch')}</li>
          <li>{t('settings.sendsTitle')}</li>
          <li>{t('settings.sendsZotero')}</li>
          <li>{t('settings.sendsCollection')}</li>
        </ul>
      </Row>
      <PermissionRows grants={grants} commands={grantCommands} />
      <p role="status" class="message is-short">
        {message}
      </p>
    </Section>
  )
}
