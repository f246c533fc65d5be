import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { SyncDetails } from '@/components/SyncDetails.tsx'
import { SendSettings } from '@/components/send/SendSettings.tsx'
import { formatCount, formatPapers, formatTime } from '@/lib/format.ts'
import { droppedOf } from '@/lib/model/sync-report.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import type { EveryMachine, EveryMachineCommands } from '@/lib/state/every-machine.ts'
import type { Options, OptionsCommands } from '@/lib/state/options.ts'
import type { SendOptions, SendOptionsCommands } from '@/lib/state/send-options.ts'
import { EveryMachineSection } from './EveryMachineSection.tsx'

/** The settings: where the feed comes from, what is stored, and who is ever asked. */
export function OptionsPage(props: {
  options: Options
  commands: OptionsCommands
  everyMachine: [EveryMachine, EveryMachineCommands]
  send: [SendOptions, SendOptionsCommands]
}) {
  const { options, commands, everyMachine } = props
  const [sendOptions, sendCommands] = props.send
  return (
    <div class="settings">
      <header>
        <h1>Paperboy settings</h1>
        <a href="/newtab.html#/today">Front page</a>
      </header>
      <main>
        <EndpointForm options={options} commands={commands} />
        <Stored options={options} commands={commands} />
        <Library options={options} />
        <EveryMachineSection model={everyMachine[0]} commands={everyMachine[1]} />
        <SendSettings options={sendOptions} commands={sendCommands} />
        <section>
          <h2>Privacy</h2>
          <p>
            Paperboy has no account, no server of its own and no tracking. It asks the endpoint
            above for the feed, and for a paper you save that is not stored here; arXiv is asked for
            one that the endpoint lacks, once you have allowed that. What you read stays in this
            browser. What you save goes to your other machines by the ways that are on above, and to
            nobody else. The rest is only ever sent when you press a button that says so:
          </p>
          <ul>
            <li>“Search all of Hugging Face” sends the words of that search to the endpoint.</li>
            <li>“Look it up” sends the title of the page you are on to the endpoint.</li>
            <li>
              “Send to Zotero” hands the papers you chose, with your tags and notes, to Zotero on
              this machine (127.0.0.1).
            </li>
            <li>
              “Add to collection” asks huggingface.co, or the server you gave the token to, for your
              collections, and tells it which papers to put into one; your notes go along only if
              you tick that box.
            </li>
          </ul>
        </section>
      </main>
    </div>
  )
}

function EndpointForm({ options, commands }: { options: Options; commands: OptionsCommands }) {
  const { endpoint } = options.settings.value
  const host = new URL(endpoint).hostname
  const previous = options.previous.value
  return (
    <section>
      <h2>Feed</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void commands.setEndpoint(String(new FormData(event.currentTarget).get('endpoint') ?? ''))
        }}
      >
        <label for="endpoint">Hugging Face endpoint</label>
        <p class="hint" id="endpoint-hint">
          Where every request for papers goes: {defaultEndpoint}, or a mirror of it. Leave it empty
          for the default.
        </p>
        <div class="field">
          <input
            id="endpoint"
            name="endpoint"
            type="text"
            inputmode="url"
            spellcheck={false}
            autocomplete="off"
            key={endpoint}
            defaultValue={endpoint}
            aria-describedby="endpoint-hint"
          />
          <button type="submit" class="button">
            Save
          </button>
        </div>
      </form>
      <p role="status" class="message">
        {options.message.value}
      </p>
      {previous && (
        <p>
          <button type="button" class="button" onClick={() => void commands.setEndpoint(previous)}>
            Go back to {new URL(previous).host}
          </button>
        </p>
      )}
      {options.needsLeave.value && (
        <p>
          Some mirrors only answer when your browser gives Paperboy access to them:{' '}
          <button type="button" class="button" onClick={() => void commands.askLeave()}>
            Allow {host}
          </button>
        </p>
      )}
    </section>
  )
}

function Stored({ options, commands }: { options: Options; commands: OptionsCommands }) {
  const counts = options.counts.value
  const { report } = options.sync.value
  const isWell = report?.outcomes.some(({ result }) => result !== 'failed')
  return (
    <section>
      <h2>On this disk</h2>
      {counts && (
        <dl class="counts">
          <dt>Papers</dt>
          <dd>{formatCount(counts.papers)}</dd>
          <dt>Saved</dt>
          <dd>{formatCount(counts.saved)}</dd>
          <dt>Days and other lists</dt>
          <dd>{formatCount(counts.listings)}</dd>
          {report && (
            <>
              <dt>{isWell ? 'Last fetch' : 'Last try, which failed'}</dt>
              <dd>
                {formatTime(report.endedAt, Date.now())} from {new URL(report.endpoint).host}
              </dd>
            </>
          )}
        </dl>
      )}
      <SyncDetails dropped={report ? droppedOf(report) : []} />
      {counts && counts.saved > 0 && (
        <p class="export">
          <CiteMenu
            label="Export"
            what="all saved papers"
            onCite={(format, to) => commands.cite({ isAllSaved: true }, format, to)}
          />{' '}
          all saved papers, with their tags and notes, as BibTeX and other formats.
        </p>
      )}
    </section>
  )
}

function Library({ options }: { options: Options }) {
  const backups = options.backups.value
  if (!backups) return null
  const { newest, weekly } = backups
  const now = Date.now()
  return (
    <section>
      <h2>Library</h2>
      <p>
        {newest
          ? `The last copy of what you save is of ${formatTime(newest.madeAt, now)} and holds ${formatPapers(newest.saved)}. `
          : 'What you save is copied every day, from the first save on. '}
        {weekly?.writtenAt !== undefined &&
          `The last weekly file is of ${formatTime(weekly.writtenAt, now)}. `}
        {!weekly && 'No file is written outside of this browser. '}
      </p>
      {weekly?.failed && <p role="alert">{weekly.failed.problem}</p>}
      <p>
        <a class="link" href="/library.html">
          Bring papers in, back up, restore
        </a>
      </p>
    </section>
  )
}
