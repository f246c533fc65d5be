import { t } from '@/lib/i18n.ts'
import type { SendOptions, SendOptionsCommands } from '@/lib/state/send-options.ts'
import { Message } from '../Message.tsx'

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
      <h2>{t('token.heading')}</h2>
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
        <label for="token">{t('token.label')}</label>
        <p class="hint" id="token-hint">
          <Message
            of="token.hint"
            parts={{
              link: (text) => <a href="https://huggingface.co/settings/tokens">{text}</a>,
              host: new URL(sentTo ?? 'https://huggingface.co').host,
            }}
          />
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
            {sentTo ? t('token.replace') : t('common.save')}
          </button>
          {sentTo && (
            <button type="button" class="button" onClick={() => void commands.forgetToken()}>
              {t('token.forget')}
            </button>
          )}
        </div>
        {other && (
          <label class="hint">
            <input type="checkbox" name="other" />{' '}
            {t('token.toOther', { host: new URL(other).host })}
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
        <label for="zotero-port">{t('zotero.port')}</label>
        <p class="hint" id="zotero-port-hint">
          {t('zotero.portHint')}
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
            {t('common.save')}
          </button>
        </div>
      </form>
      <p role="status" class="message">
        {options.portMessage.value}
      </p>
    </section>
  )
}
