import { Message } from '@/components/Message.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { t } from '@/lib/i18n.ts'
import type { SendOptions, SendOptionsCommands } from '@/lib/state/send-options.ts'

/** The settings of sending papers elsewhere: Zotero's port, and a token for Hugging Face. */
export function SendSection(props: { options: SendOptions; commands: SendOptionsCommands }) {
  return (
    <Section id="sending" title={t('sending.title')}>
      <HubTokenRow {...props} />
      <ZoteroRow {...props} />
    </Section>
  )
}

function HubTokenRow({ options, commands }: Parameters<typeof SendSection>[0]) {
  const sentTo = options.tokenSentTo.value
  const other = options.otherHub.value
  return (
    <Row
      id="hub-token"
      label={t('token.label')}
      htmlFor="token"
      hintId="token-hint"
      hint={
        <Message
          of="token.hint"
          parts={{
            link: (text) => <a href="https://huggingface.co/settings/tokens">{text}</a>,
            host: new URL(sentTo ?? 'https://huggingface.co').host,
          }}
        />
      }
      isWide
    >
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
        <div class="field">
          <input
            id="token"
            dir="ltr"
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
    </Row>
  )
}

function ZoteroRow({ options, commands }: Parameters<typeof SendSection>[0]) {
  return (
    <Row
      label={t('zotero.port')}
      htmlFor="zotero-port"
      hintId="zotero-port-hint"
      hint={t('zotero.portHint')}
      isWide
    >
      <form
        class="field is-short"
        onSubmit={(event) => {
          event.preventDefault()
          void commands.setPort(String(new FormData(event.currentTarget).get('port') ?? ''))
        }}
      >
        <input
          id="zotero-port"
          dir="ltr"
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
      </form>
      <p role="status" class="message">
        {options.portMessage.value}
      </p>
    </Row>
  )
}
