import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import type { Grant, GrantCommands } from '@/lib/state/grants.ts'
import { HostList, type Hosts } from './HostList.tsx'
import { PermissionRows } from './PermissionRows.tsx'

/** Who is ever asked, what the browser lets Paperboy do, and what leaves it when. */
export function PrivacySection(props: {
  hosts: Hosts
  grants: readonly Grant[]
  message: string
  grantCommands: GrantCommands
}) {
  const { hosts, grants, message, grantCommands } = props
  return (
    <Section id="privacy" title="Privacy">
      <p class="section-lead">
        Paperboy has no account, no server of its own and no tracking. What you read stays in this
        browser. What you save goes to your other machines by the ways that are on above, and to
        nobody else.
      </p>
      <Row
        label="Who is ever asked"
        hint="These, and no other: every request Paperboy can make goes to one of them."
        keywords="hosts servers network requests"
        isWide
      >
        <HostList {...hosts} />
      </Row>
      <Row
        label="Sent only when you press a button that says so"
        keywords="leaves this browser data"
        isWide
      >
        <ul class="plain-list">
          <li>“Search all of Hugging Face” sends the words of that search to the endpoint.</li>
          <li>“Look it up” sends the title of the page you are on to the endpoint.</li>
          <li>
            “Send to Zotero” hands the papers you chose, with your tags and notes, to Zotero on this
            machine.
          </li>
          <li>
            “Add to collection” asks for your collections, and tells which papers to put into one;
            your notes go along only if you tick that box.
          </li>
        </ul>
      </Row>
      <PermissionRows grants={grants} commands={grantCommands} />
      <p role="status" class="message is-short">
        {message}
      </p>
    </Section>
  )
}
