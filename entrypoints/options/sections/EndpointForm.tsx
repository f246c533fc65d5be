import { Row } from '@/components/settings/Row.tsx'
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
      hint={`Where every request for papers goes: ${defaultEndpoint}, or a mirror of it. Leave it empty for the default.`}
      keywords="HF_ENDPOINT mirror server"
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
          spellcheck={false}
          autocomplete="off"
          key={endpoint}
          defaultValue={endpoint}
          aria-describedby="endpoint-hint"
        />
        <button type="submit" class="button">
          Save
        </button>
      </form>
      <p role="status" class="message">
        {options.message.value}
      </p>
      {previous && (
        <p class="after-message">
          <button type="button" class="button" onClick={() => void commands.setEndpoint(previous)}>
            Go back to {new URL(previous).host}
          </button>
        </p>
      )}
      {options.needsLeave.value && (
        <p class="after-message">
          Some mirrors only answer when your browser gives Paperboy access to them:{' '}
          <button type="button" class="button" onClick={() => void commands.askLeave()}>
            Allow {new URL(endpoint).hostname}
          </button>
        </p>
      )}
    </Row>
  )
}
