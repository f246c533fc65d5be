import type { SendOptions, SendOptionsCommands } from '@/lib/state/send-options.ts'

/** The settings of sending papers elsewhere: Zotero's port, and a token for Hugging Face. */
export function SendSettings(props: { options: SendOptions; commands: SendOptionsCommands }) {
  return (
    <>
      <HubTokenSection {...props} />
      <ZoteroSection {...props} />
    </>
  )
}

function HubTokenSection({ options, commands }: Parameters<typeof SendSettings>[0]) {
  const sentTo = options.tokenSentTo.value
  const other = options.otherHub.value
  return (
    <section id="hub-token">
      <h2>Hugging Face collections</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          const typed = new FormData(form)
          void commands.setToken(String(typed.get('token') ?? ''), typed.has('other'))
          // What was pasted is not left in the page.
          form.reset()
        }}
      >
        <label for="token">Access token</label>
        <p class="hint" id="token-hint">
          To add papers to your collections. Make one that may write to collections under{' '}
          <a href="https://huggingface.co/settings/tokens">Access Tokens</a> on Hugging Face. It is
          kept in this browser only: not synced, in no backup, and sent to nobody but{' '}
          {new URL(sentTo ?? 'https://huggingface.co').host}.
        </p>
        <div class="field">
          <input
            id="token"
            name="token"
            type="password"
            required
            autocomplete="off"
            spellcheck={false}
            placeholder={sentTo && '••••••••••••••••'}
            aria-describedby="token-hint"
          />
          <button type="submit" class="button">
            {sentTo ? 'Replace' : 'Save'}
          </button>
          {sentTo && (
            <button type="button" class="button" onClick={() => void commands.forgetToken()}>
              Forget
            </button>
          )}
        </div>
        {other && (
          <label class="hint">
            <input type="checkbox" name="other" /> Send it to {new URL(other).host} instead of
            huggingface.co. Whoever runs that server can then do on Hugging Face what the token
            allows.
          </label>
        )}
      </form>
      <p role="status" class="message">
        {options.tokenMessage.value}
      </p>
    </section>
  )
}

function ZoteroSection({ options, commands }: Parameters<typeof SendSettings>[0]) {
  return (
    <section>
      <h2>Zotero</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void commands.setPort(String(new FormData(event.currentTarget).get('port') ?? ''))
        }}
      >
        <label for="zotero-port">Zotero’s port</label>
        <p class="hint" id="zotero-port-hint">
          Where Zotero listens on this machine. It is 23119 unless you changed it in Zotero.
        </p>
        <div class="field">
          <input
            id="zotero-port"
            name="port"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            key={options.port.value}
            defaultValue={String(options.port.value)}
            aria-describedby="zotero-port-hint"
          />
          <button type="submit" class="button">
            Save
          </button>
        </div>
      </form>
      <p role="status" class="message">
        {options.portMessage.value}
      </p>
    </section>
  )
}
