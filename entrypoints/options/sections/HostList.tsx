import { t } from '@/lib/i18n.ts'
import { defaultEndpoint } from '@/lib/settings.ts'

/** What the list of hosts depends on: what the reader has set. */
export interface Hosts {
  endpoint: string
  /** Where arXiv's API is, and whether it may be asked. */
  arxiv: string
  mayAskArxiv: boolean
  /** The WebDAV folder, while one is on. */
  folder?: string
  /** Where a token for collections is sent, while there is one. */
  tokenSentTo?: string
  zoteroPort: number
  isSearchingWeb: boolean
  /** Pictures are wanted; their host is one below the endpoint's, or the endpoint itself. */
  hasPictures: boolean
}

/** Every host that is ever contacted, why, and whether it is as things are set now. */
export function HostList(hosts: Hosts) {
  return (
    <table class="host-table">
      <thead>
        <tr>
          <th scope="col">{t('settings.host')}</th>
          <th scope="col">{t('settings.whatFor')}</th>
          <th scope="col">{t('settings.now')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(hosts).map(({ host, why, isOn, now }) => (
          <tr key={host + why} class={isOn ? undefined : 'is-off'}>
            <th scope="row">{host}</th>
            <td>{why}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HostRow {
  host: string
  why: string
  isOn: boolean
  now: string
}

function rowsOf(hosts: Hosts): HostRow[] {
  const { endpoint, arxiv, mayAskArxiv, folder, tokenSentTo, zoteroPort } = hosts
  return [
    {
      host: new URL(endpoint).host,
      why: t('settings.whyEndpoint'),
      isOn: true,
      now: t('settings.asked'),
    },
    {
      host: picturesHost(endpoint),
      why: t('settings.whyPictures'),
      isOn: hosts.hasPictures,
      now: t(hosts.hasPictures ? 'settings.askedInBackground' : 'settings.off'),
    },
    {
      host: new URL(arxiv).host,
      why: t('settings.whyArxiv'),
      isOn: mayAskArxiv,
      now: t(mayAskArxiv ? 'settings.askedWhenNeeded' : 'settings.notAllowed'),
    },
    {
      host: new URL(tokenSentTo ?? 'https://huggingface.co').host,
      why: t('settings.whyToken'),
      isOn: tokenSentTo !== undefined,
      now: t(tokenSentTo === undefined ? 'settings.noToken' : 'settings.whenPressed'),
    },
    {
      host: `127.0.0.1:${zoteroPort}`,
      why: t('settings.whyZotero'),
      isOn: true,
      now: t('settings.whenPressed'),
    },
    {
      host: folder === undefined ? t('settings.yourServer') : new URL(folder).host,
      why: t('settings.whyFolder'),
      isOn: folder !== undefined,
      now: t(folder === undefined ? 'settings.noneSet' : 'settings.askedAfterChange'),
    },
    {
      host: t('settings.yourEngine'),
      why: t('settings.whyEngine'),
      isOn: hosts.isSearchingWeb,
      now: t(hosts.isSearchingWeb ? 'settings.whenEntered' : 'settings.off'),
    },
  ]
}

/** Where the feed's pictures lie; those of a mirror are asked of it alone. */
function picturesHost(endpoint: string): string {
  return endpoint === defaultEndpoint ? 'cdn-thumbnails.huggingface.co' : new URL(endpoint).host
}
