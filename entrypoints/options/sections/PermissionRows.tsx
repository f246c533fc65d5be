import { Row } from '@/components/settings/Row.tsx'
import { t } from '@/lib/i18n.ts'
import type { Grant, GrantCommands } from '@/lib/state/grants.ts'

/** What each permission is for, whether it is given, and a way to take it back. */
export function PermissionRows(props: { grants: readonly Grant[]; commands: GrantCommands }) {
  const { grants, commands } = props
  const fixed = grants.filter(({ isRequired, isHost }) => isRequired && !isHost)
  const asked = grants.filter(({ isRequired, isHost }) => isHost || !isRequired)
  return (
    <>
      <Row label={t('settings.required')} hint={t('settings.requiredHint')} isWide>
        <dl class="permission-list">
          {fixed.map(({ name }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{uses[name]}</dd>
            </div>
          ))}
        </dl>
      </Row>
      {asked.map((grant) => (
        <Row
          key={grant.name}
          label={<code>{nameOf(grant)}</code>}
          hint={useOf(grant)}
          keywords={t('settings.permissionKeywords')}
        >
          <span class="fact">{t(grant.isGranted ? 'settings.given' : 'settings.notGiven')}</span>
          <Change grant={grant} onChange={(isOn) => void commands.change(grant, isOn)} />
        </Row>
      ))}
    </>
  )
}

function Change(props: { grant: Grant; onChange: (isGranted: boolean) => void }) {
  const { grant, onChange } = props
  const name = nameOf(grant)
  if (grant.isGranted && !grant.isRequired) {
    return (
      <button
        type="button"
        class="button"
        aria-label={t('settings.takeBackNamed', { name })}
        onClick={() => onChange(false)}
      >
        {t('settings.takeBack')}
      </button>
    )
  }
  // A part of the new tab asks for its own where it is turned on; a host of the manifest can be
  // withheld by the browser, and the feed needs it.
  if (grant.isGranted || !grant.isHost) return null
  return (
    <button
      type="button"
      class="button"
      aria-label={t('settings.allow', { host: name })}
      onClick={() => onChange(true)}
    >
      {t('settings.allowThis')}
    </button>
  )
}

function nameOf({ name, isHost }: Grant): string {
  return isHost ? name.replace(/^(https?:\/\/)(.*)\/\*$/, '$2') : name
}

function useOf({ name, isHost, isRequired }: Grant): string | undefined {
  if (!isHost) return uses[name]
  if (isRequired) return t('settings.useOfFeed')
  return t('settings.useOfOthers')
}

const uses: Record<string, string> = {
  storage: t('settings.uses.storage'),
  unlimitedStorage: t('settings.uses.unlimitedStorage'),
  alarms: t('settings.uses.alarms'),
  activeTab: t('settings.uses.activeTab'),
  scripting: t('settings.uses.scripting'),
  contextMenus: t('settings.uses.contextMenus'),
  offscreen: t('settings.uses.offscreen'),
  downloads: t('settings.uses.downloads'),
  topSites: t('settings.uses.topSites'),
  search: t('settings.uses.search'),
}
