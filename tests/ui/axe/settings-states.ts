import { userEvent } from 'vitest/browser'
import { formatPapers } from '@/lib/format.ts'
import { drawn } from '../mount.ts'
import type { openSettings } from '../open-settings.tsx'

type Settings = ReturnType<typeof openSettings>

const now = Date.now()
const mirror = 'https://mirror.example/hf'

function search(root: HTMLElement, words: string): Promise<void> {
  return userEvent.fill(root.querySelector('input[type=search]') as Element, words)
}

/** All that the page can tell when everything is well. */
function tellAll({ options, machines, send, newTab, grants, model }: Settings): void {
  options.counts.value = { papers: 5120, saved: 40, listings: 31 }
  options.backups.value = {
    newest: { madeAt: now, checksum: 'a', saved: 40, bin: 2, byteLength: 9000 },
    weekly: { to: { kind: 'downloads' }, writtenAt: now },
  }
  machines.isBrowserSyncOn.value = true
  machines.browserReport.value = {
    ...{ syncedAt: now, papers: 40, papersLeftOut: 0, notesLeftOut: 0 },
    ...{ bytes: 20_000, bytesLimit: 100_000, unreadable: 0 },
  }
  machines.folder.value = { url: 'https://cloud.example/dav/Paperboy/', user: '' }
  const { url } = machines.folder.value
  machines.folderReport.value = { url, syncedAt: now, machines: 2, etags: {} }
  send.tokenSentTo.value = 'https://huggingface.co'
  newTab.parts.value = { isCalm: true, hasTopSites: true, hasWebSearch: true }
  model.diskUse.value = { used: 12_000_000, isKept: true }
  model.shortcuts.value = [
    { name: 'save-paper', description: 'Save the paper of this page', keys: 'Alt+Shift+S' },
    { name: '_execute_action', description: 'Open the popup', keys: '' },
  ]
  grants.value = [
    { name: 'storage', isHost: false, isRequired: true, isGranted: true },
    { name: 'topSites', isHost: false, isRequired: false, isGranted: true },
    { name: 'search', isHost: false, isRequired: false, isGranted: false },
    { name: 'https://huggingface.co/*', isHost: true, isRequired: true, isGranted: false },
    { name: 'https://cloud.example/*', isHost: true, isRequired: false, isGranted: true },
  ]
}

interface State {
  /** What it has the page say. */
  says: string
  /** Where on the page it is; all of it unless told otherwise. */
  within?: string
  show(settings: Settings): void | Promise<void>
}

/** What the page can show; each is drawn over the settings as they are at first. */
export const states: Record<string, State> = {
  'the settings, before anything is known': { says: 'Hugging Face endpoint', show: () => {} },
  'the settings, with all there is to know': { says: 'Alt', show: tellAll },
  'a search of the settings': { says: 'settings', show: ({ root }) => search(root, 'papers') },
  'a search that finds no setting': {
    says: 'No setting says that.',
    show: ({ root }) => search(root, 'xyzzy'),
  },
  'an endpoint that is none': {
    says: 'is not an http(s) address',
    within: '#feed',
    show: ({ options }) => {
      options.message.value = 'javascript: is not an http(s) address.'
    },
  },
  'an endpoint that does not answer, and needs leave': {
    says: 'mirror.example could not be reached',
    within: '#feed',
    show: ({ options, send }) => {
      options.settings.value = { endpoint: mirror }
      options.previous.value = 'https://huggingface.co'
      options.needsLeave.value = true
      options.message.value = 'Saved. mirror.example could not be reached.'
      send.otherHub.value = mirror
    },
  },
  'pictures that were refused': {
    says: 'pictures.example',
    within: '#appearance',
    show: ({ options }) => {
      options.sync.value = { pictures: { missing: {}, refusedBy: 'https://pictures.example' } }
    },
  },
  'records that could not be read, told in full': {
    says: 'paper.title: missing',
    within: '#feed',
    show: async ({ options, root }) => {
      const ref = { kind: 'day', key: '2026-08-21' } as const
      const dropped = [{ id: '2608.90009', index: 4, reason: 'paper.title: missing' }]
      const outcome = { ref, result: 'stored', papers: 2, added: 2, dropped } as const
      options.sync.value = {
        report: {
          endpoint: mirror,
          startedAt: now,
          endedAt: now,
          outcomes: [{ ...outcome, dropped }],
        },
      }
      await drawn()
      for (const each of root.querySelectorAll('details')) each.open = true
    },
  },
  'a folder that is filled in and refused': {
    says: 'does not take this user and password',
    within: '#library',
    show: async ({ machines, root }) => {
      for (const [field, words] of [
        ['url', 'https://cloud.example/dav'],
        ['user', 'ada'],
        ['password', 'secret'],
      ]) {
        await userEvent.fill(root.querySelector(`#folder-${field}`) as Element, words ?? '')
      }
      machines.message.value = 'cloud.example does not take this user and password.'
    },
  },
  'a folder that is tried': {
    says: 'Asking cloud.example',
    within: '#library',
    show: ({ machines }) => {
      machines.isBusy.value = true
      machines.message.value = 'Asking cloud.example…'
    },
  },
  'machines that do not hear of each other': {
    says: 'cloud.example could not be reached',
    within: '#library',
    show: (settings) => {
      tellAll(settings)
      const { browserReport, folderReport } = settings.machines
      const trouble = { papersLeftOut: 3, notesLeftOut: 1, unreadable: 2, bytes: 99_000 }
      const problem = 'cloud.example could not be reached.'
      browserReport.value = browserReport.value && { ...browserReport.value, ...trouble, problem }
      folderReport.value = folderReport.value && { ...folderReport.value, problem }
    },
  },
  'a weekly file that could not be written': {
    says: 'The folder is gone.',
    within: '#backup',
    show: (settings) => {
      tellAll(settings)
      const failed = { problem: 'The folder is gone.', at: now }
      settings.options.backups.value = { weekly: { to: { kind: 'downloads' }, failed } }
    },
  },
  'ways to take the library elsewhere': {
    says: 'BibTeX',
    within: '#backup',
    show: async (settings) => {
      tellAll(settings)
      await drawn()
      const { root } = settings
      root.querySelector<HTMLElement>('#backup .cite-button')?.click()
    },
  },
  'a port, a token and a permission that came to nothing': {
    says: 'This is no token.',
    show: ({ send, newTab, grantProblem }) => {
      send.portMessage.value = `${formatPapers(0)} is no port.`
      send.tokenMessage.value = 'This is no token.'
      newTab.message.value = 'Without the permission it stays off.'
      grantProblem.value = { of: 'topSites', text: 'The browser did not give it.' }
    },
  },
}
