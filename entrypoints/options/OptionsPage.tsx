import { useRef } from 'preact/hooks'
import { settingSections } from '@/components/settings/setting-sections.ts'
import { t } from '@/lib/i18n.ts'
import type { KeyGroup } from '@/lib/model/keys.ts'
import { grantFor } from '@/lib/state/grants.ts'
import type { SettingsModel } from '@/lib/state/settings-model.ts'
import { SectionNav } from './SectionNav.tsx'
import { SettingsSearch } from './SettingsSearch.tsx'
import { AboutSection } from './sections/AboutSection.tsx'
import { AppearanceSection } from './sections/AppearanceSection.tsx'
import { BackupSection } from './sections/BackupSection.tsx'
import { EveryMachineSection } from './sections/EveryMachineSection.tsx'
import { FeedSection } from './sections/FeedSection.tsx'
import { KeyboardSection } from './sections/KeyboardSection.tsx'
import { NewTabSection } from './sections/NewTabSection.tsx'
import { PrivacySection } from './sections/PrivacySection.tsx'
import { SendSection } from './sections/SendSection.tsx'
import { StorageSection } from './sections/StorageSection.tsx'

/** The settings, on one page: all that can be chosen, and all there is to know of what happens. */
export function OptionsPage(props: {
  model: SettingsModel
  /** Those of the new tab. */
  keys: readonly KeyGroup[]
}) {
  const { model, keys } = props
  const main = useRef<HTMLElement>(null)
  const [options, commands] = model.options
  const [everyMachine, everyMachineCommands] = model.everyMachine
  const [sendOptions, sendCommands] = model.send
  const [newTab, newTabCommands] = model.newTab
  const [grants, { value: problem }, grantCommands] = model.grants
  const arxiv = model.arxivGrant.value
  return (
    <div class="settings">
      <header class="settings-head">
        <h1>{t('page.options')}</h1>
        <a href="/newtab.html#/today">{t('settings.toFrontPage')}</a>
        <SettingsSearch main={main} />
      </header>
      <SectionNav sections={sections} />
      <main ref={main}>
        <FeedSection
          {...{ options, commands, arxiv, grantCommands }}
          arxivMessage={problem?.of === arxiv.name ? problem.text : ''}
        />
        <AppearanceSection
          appearance={model.appearance.value}
          cards={model.cards.value}
          pictures={model.pictures.value}
          refusedBy={options.sync.value.pictures?.refusedBy}
          onAllow={(origin) => void grantCommands.change(grantFor(origin), true)}
          onChoose={(field, value) => void model.choose(field, value)}
        />
        <NewTabSection
          options={newTab}
          commands={newTabCommands}
          isToolbarPage={model.isToolbarPage}
        />
        <KeyboardSection
          keys={keys}
          shortcuts={model.shortcuts.value}
          onOpenShortcuts={() => void model.openShortcuts()}
        />
        <EveryMachineSection model={everyMachine} commands={everyMachineCommands} />
        <SendSection options={sendOptions} commands={sendCommands} />
        <StorageSection options={options} use={model.diskUse.value} />
        <BackupSection options={options} commands={commands} />
        <PrivacySection
          hosts={{
            endpoint: options.settings.value.endpoint,
            arxiv: model.arxiv.value,
            mayAskArxiv: arxiv.isGranted,
            folder: everyMachine.folder.value?.url,
            tokenSentTo: sendOptions.tokenSentTo.value,
            zoteroPort: sendOptions.port.value,
            hasPictures: hasPictures(model),
            isSearchingWeb: newTab.parts.value.hasWebSearch === true,
          }}
          grants={grants.value}
          message={problem && problem.of !== arxiv.name ? problem.text : ''}
          grantCommands={grantCommands}
        />
        <AboutSection {...model.about} />
      </main>
    </div>
  )
}

function hasPictures({ appearance, options }: SettingsModel): boolean {
  return appearance.value.pictures === 'on' && options[0].settings.value.isSavingData !== true
}

// The texts are there before any module runs.
const sections = settingSections.map(({ id, title }) => ({ id, title: t(title) }))
