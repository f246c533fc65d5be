import { Row } from '@/components/settings/Row.tsx'
import { t } from '@/lib/i18n.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import type { Options, OptionsCommands } from '@/lib/state/options.ts'

/** Where the feed is asked for: what is typed is tried at once, and there is a way back. */
export function EndpointForm(props: { options: Options; commands: OptionsCommands }) {
  const { options, commands } = props
  const { endpoint } = options.settings.value
  const previous = options.previous.value
  return (
    <Row
      label="Hugging Face endpoint"
      htmlFor="endpoint"
      hintId="endpoint-hint"
      hint={t('settings.endpointHint', { endpoint: defaultEndpoint })}
      keywords={t('endpoint.keywords')}
      isWide
    >
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault()
          void commands.setEndpoint(String(new FormData(event.currentTarget).get('endpoint') ?? ''))
        }}
      >
        <input
          id="endpoint"
          name="endpoint"
          type="text"
          inputmode="url"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          key={endpoint}
          defaultValue={endpoint}
          aria-describedby="endpoint-hint"
        />
        <button type="submit" class="button">
          {t('common.save')}
        </button>
      </form>
      <p role="status" class="message">
        {options.message.value}
      </p>
      {previous && (
        <p class="after-message">
          <button type="button" class="button" onClick={() => void commands.setEndpoint(previous)}>
            {t('settings.goBack', { host: new URL(previous).host })}
          </button>
        </p>
      )}
      {options.needsLeave.value && (
        <p class="after-message">
          {t('settings.mirrorNeedsLeave')}{' '}
          <button type="button" class="button" onClick={() => void commands.askLeave()}>
            {t('settings.allow', { host: new URL(endpoint).hostname })}
          </button>
        </p>
      )}
    </Row>
  )
}
