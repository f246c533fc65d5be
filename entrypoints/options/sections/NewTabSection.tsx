import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { SwitchRow } from '@/components/settings/SwitchRow.tsx'
import type { NewTabOptions, NewTabOptionsCommands } from '@/lib/state/new-tab-options.ts'

/** What the new tab is besides a front page, and what browsers let it be. */
export function NewTabSection(props: {
  options: NewTabOptions
  commands: NewTabOptionsCommands
  /** The build that leaves the browser's own new tab alone. */
  isToolbarPage: boolean
}) {
  const { options, commands, isToolbarPage } = props
  const { isCalm, hasTopSites, hasWebSearch } = options.parts.value
  return (
    <Section id="new-tab" title={isToolbarPage ? 'Front page' : 'New tab'}>
      <SwitchRow
        id="calm"
        label="Calm"
        hint="Only a line that says how many papers are new. One press shows them."
        keywords="quiet focus distraction"
        isOn={isCalm === true}
        onChange={(isOn) => void commands.setCalm(isOn)}
      />
      <SwitchRow
        id="web-search"
        label="Search the web"
        hint="A box above the papers. Your browser’s own search engine answers, and only it is told the words. Your browser may ask whether Paperboy may."
        keywords="google duckduckgo bing default engine"
        isOn={hasWebSearch === true}
        onChange={(isOn) => void commands.setPart('hasWebSearch', isOn)}
      />
      <SwitchRow
        id="top-sites"
        label="The sites you visit most"
        hint="A row of eight, as your browser counts them. They are read when a new tab is there, stay in this browser and are not kept by Paperboy. Your browser asks whether Paperboy may."
        keywords="top sites speed dial shortcuts"
        isOn={hasTopSites === true}
        onChange={(isOn) => void commands.setPart('hasTopSites', isOn)}
      />
      <p role="status" class="message is-short">
        {options.message.value}
      </p>
      <Row
        label={isToolbarPage ? 'Your browser’s own new tab' : 'Keep your browser’s own new tab'}
        hint={isToolbarPage ? toolbarPage : override}
        keywords="override disable toolbar"
        isWide
      />
      <Row
        label="Private windows"
        hint="Paperboy stays out of them, in Chrome and in Firefox alike: a private window shows the browser’s own new tab, and Paperboy has no button, menu or key there. It keeps what you save on your disk, and a private window is there so that nothing is kept."
        keywords="incognito inprivate"
        isWide
      />
      <Row label="First steps" hint="The look and the keys, in two steps, on the front page.">
        <button type="button" class="button" onClick={() => void commands.showFirstSteps()}>
          Show them again
        </button>
      </Row>
    </Section>
  )
}

const override =
  'An extension either has the new tab or it has not: no browser lets it offer a switch. So there is a second build of Paperboy that leaves the new tab alone, and opens the front page from its button in the toolbar (npm run build:no-newtab, as the README says). Both keep the same library in the same way.'

const toolbarPage =
  'This build leaves it alone. The button in the toolbar opens the front page; Alt+Shift+Y, or “Find a paper” in the button’s menu, opens the small window that finds a paper.'
