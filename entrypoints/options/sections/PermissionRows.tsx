import { Row } from '@/components/settings/Row.tsx'
import type { Grant, GrantCommands } from '@/lib/state/grants.ts'

/** What each permission is for, whether it is given, and a way to take it back. */
export function PermissionRows(props: { grants: readonly Grant[]; commands: GrantCommands }) {
  const { grants, commands } = props
  const fixed = grants.filter(({ isRequired, isHost }) => isRequired && !isHost)
  const asked = grants.filter(({ isRequired, isHost }) => isHost || !isRequired)
  return (
    <>
      <Row
        label="Permissions from the start"
        hint="They come with Paperboy, and go with it."
        isWide
      >
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
          keywords="permission access host"
        >
          <span class="fact">{grant.isGranted ? 'Given' : 'Not given'}</span>
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
        aria-label={`Take back ${name}`}
        onClick={() => onChange(false)}
      >
        Take back
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
      aria-label={`Allow ${name}`}
      onClick={() => onChange(true)}
    >
      Allow
    </button>
  )
}

function nameOf({ name, isHost }: Grant): string {
  return isHost ? name.replace(/^(https?:\/\/)(.*)\/\*$/, '$2') : name
}

function useOf({ name, isHost, isRequired }: Grant): string | undefined {
  if (!isHost) return uses[name]
  if (isRequired) return 'The feed, a paper you save, and a search when you ask for it.'
  return 'You allowed it when something you turned on or pressed needed it.'
}

const uses: Record<string, string> = {
  storage: 'Your settings, and the page that the next new tab begins with.',
  unlimitedStorage: 'Papers and what you save stay on your disk, however many.',
  alarms: 'To look for papers from time to time while no page is open.',
  activeTab:
    'The address and title of the tab on which you open the popup or press a key; then only.',
  contextMenus: '“Save to Paperboy” in the menus of links and pages of papers.',
  offscreen: 'A hidden page that loads the WebDAV client, only while it syncs.',
  downloads: 'A backup file every week, where a browser has no picker for folders.',
  topSites: 'The row of the sites that you visit most, while it is on.',
  search: 'The box for the web, while it is on.',
}
