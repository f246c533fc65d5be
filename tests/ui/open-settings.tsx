import { computed, signal } from '@preact/signals'
import { groupKeys } from '@/entrypoints/newtab/keys/key-table.ts'
import { OptionsPage } from '@/entrypoints/options/OptionsPage.tsx'
import { defaultAppearance } from '@/lib/model/appearance.ts'
import type { Backup, WeeklyFile } from '@/lib/model/backup.ts'
import type { SyncState } from '@/lib/model/sync-state.ts'
import { defaultArxiv, defaultSettings } from '@/lib/settings.ts'
import type { EveryMachine } from '@/lib/state/every-machine.ts'
import { type Grant, type GrantProblem, grantFor } from '@/lib/state/grants.ts'
import type { NewTabOptions } from '@/lib/state/new-tab-options.ts'
import type { Options } from '@/lib/state/options.ts'
import type { SendOptions } from '@/lib/state/send-options.ts'
import type { SettingsModel } from '@/lib/state/settings-model.ts'
import { makeCards } from '../support/cards.ts'
import { mount } from './mount.ts'

const nothing = async () => {}

/** The models of the settings page, before anything is known. */
function emptyModels() {
  return {
    options: {
      settings: signal(defaultSettings),
      counts: signal(undefined),
      sync: signal<Partial<SyncState>>({}),
      backups: signal<{ newest?: Backup; weekly?: WeeklyFile } | undefined>(undefined),
      message: signal(''),
      needsLeave: signal(false),
      previous: signal(undefined),
    } as Options,
    machines: {
      isBrowserSyncOn: signal(false),
      browserReport: signal(undefined),
      folder: signal(undefined),
      folderReport: signal(undefined),
      message: signal(''),
      isBusy: signal(false),
    } as EveryMachine,
    send: {
      port: signal(23_119),
      portMessage: signal(''),
      tokenSentTo: signal(undefined),
      tokenMessage: signal(''),
      otherHub: signal(undefined),
    } as SendOptions,
    newTab: { parts: signal({}), message: signal('') } as NewTabOptions,
    grants: signal<readonly Grant[]>([]),
    grantProblem: signal<GrantProblem>(),
  }
}

/** Draws the settings page, with commands that do nothing. */
export function openSettings() {
  const models = emptyModels()
  const { options, machines, send, newTab, grants, grantProblem } = models
  const model = {
    options: [
      options,
      {
        ...{ setEndpoint: nothing, askLeave: nothing, setRefresh: nothing },
        ...{ setSavingData: nothing, cite: async () => 'Copied.' },
      },
    ],
    everyMachine: [
      machines,
      {
        ...{ setBrowserSync: nothing, tryFolder: nothing, turnOnFolder: nothing },
        ...{ forgetFolder: nothing, syncNow: nothing },
      },
    ],
    send: [send, { setPort: nothing, setToken: nothing, forgetToken: nothing }],
    newTab: [newTab, { setCalm: nothing, setPart: nothing, showFirstSteps: nothing }],
    grants: [grants, grantProblem, { change: nothing }],
    appearance: signal(defaultAppearance),
    choose: nothing,
    cards: signal(makeCards(8)),
    pictures: signal(new Map()),
    arxiv: signal(defaultArxiv),
    arxivGrant: computed(() => grantFor(defaultArxiv, grants.value)),
    diskUse: signal<SettingsModel['diskUse']['value']>(undefined),
    shortcuts: signal<SettingsModel['shortcuts']['value']>([]),
    openShortcuts: nothing,
    isToolbarPage: false,
    about: {
      version: '1.0.0',
      licence: 'MIT License\n\nPermission is hereby granted',
      changelog: '# Changes\n\n## 1.0.0\n\n- **First** of `all`',
    },
  } satisfies SettingsModel
  const root = mount(<OptionsPage model={model} keys={groupKeys()} />)
  return { ...models, model, root }
}
