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
}

/** Every host that is ever contacted, why, and whether it is as things are set now. */
export function HostList(hosts: Hosts) {
  return (
    <table class="host-table">
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col">What for</th>
          <th scope="col">Now</th>
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
      why: 'The feed; a paper that you save and that is not stored here; a search, or a title, when you ask.',
      isOn: true,
      now: 'asked',
    },
    {
      host: new URL(arxiv).host,
      why: 'A paper that you save and that the endpoint lacks.',
      isOn: mayAskArxiv,
      now: mayAskArxiv ? 'asked when needed' : 'not allowed',
    },
    {
      host: new URL(tokenSentTo ?? 'https://huggingface.co').host,
      why: 'Your collections, with your token, when you press “Add to collection”.',
      isOn: tokenSentTo !== undefined,
      now: tokenSentTo === undefined ? 'no token' : 'when you press it',
    },
    {
      host: `127.0.0.1:${zoteroPort}`,
      why: 'Zotero on this machine, when you press “Send to Zotero”.',
      isOn: true,
      now: 'when you press it',
    },
    {
      host: folder === undefined ? 'A server of yours' : new URL(folder).host,
      why: 'Your library, in a WebDAV folder.',
      isOn: folder !== undefined,
      now: folder === undefined ? 'none is set' : 'asked after a change',
    },
    {
      host: 'Your search engine',
      why: 'What you type into the box for the web, by your browser, when you press Enter.',
      isOn: hosts.isSearchingWeb,
      now: hosts.isSearchingWeb ? 'when you press Enter' : 'off',
    },
  ]
}
