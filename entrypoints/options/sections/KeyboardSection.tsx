import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { type KeyGroup, printChord } from '@/lib/model/keys.ts'
import type { Shortcut } from '@/lib/state/shortcuts.ts'

/** The keys of the new tab, and those of the whole browser, which are its own to change. */
export function KeyboardSection(props: {
  keys: readonly KeyGroup[]
  shortcuts: readonly Shortcut[]
  onOpenShortcuts: () => void
}) {
  const isMac = /Mac/.test(navigator.platform)
  const { keys, shortcuts, onOpenShortcuts } = props
  return (
    <Section id="keyboard" title="Keyboard">
      {shortcuts.map(({ name, description, keys: combination }) => (
        <Row
          key={name}
          label={name === '_execute_action' ? 'Find a paper' : description}
          hint="Anywhere in the browser"
          keywords="shortcut global"
        >
          {combination ? <Keys keys={combination.split('+')} /> : <span class="fact">No key</span>}
        </Row>
      ))}
      <Row
        label="Change them"
        hint="Your browser keeps the keys that work everywhere, and sees that no two extensions have the same."
        keywords="shortcut global"
      >
        <button type="button" class="button" onClick={onOpenShortcuts}>
          Open its page of shortcuts
        </button>
      </Row>
      {keys.map(({ title, rows }) => (
        <Row key={title} label={title} keywords="new tab" isWide>
          <dl class="key-list">
            {rows.map(({ keys: each, label }) => (
              <div key={label}>
                <dt>
                  <Keys keys={each.map((key) => printChord(key, isMac))} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Row>
      ))}
    </Section>
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  )
}
