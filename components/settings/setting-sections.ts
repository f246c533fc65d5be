import type { TextKey } from '@/lib/i18n.ts'

/** A part of the settings page: its address there, its name, and what else it may be looked for by. */
interface SettingPlace {
  id: string
  title: TextKey
  words: readonly TextKey[]
}

/** The sections of the settings, in their order. */
export const settingSections = [
  {
    ...{ id: 'feed', title: 'settings.feed' },
    words: ['settings.arxiv', 'endpoint.keywords', 'settings.howOftenKeywords'],
  },
  { id: 'appearance', title: 'appearance.title', words: [] },
  {
    ...{ id: 'new-tab', title: 'settings.newTab' },
    words: ['settings.keepNewTabKeywords', 'settings.privateWindowsKeywords'],
  },
  {
    ...{ id: 'keyboard', title: 'settings.keyboard' },
    words: ['settings.shortcutKeywords', 'settings.openShortcuts', 'palette.words.help'],
  },
  {
    ...{ id: 'library', title: 'settings.library' },
    words: ['settings.webdavKeywords', 'settings.webdav'],
  },
  { id: 'sending', title: 'sending.title', words: ['token.label', 'zotero.port'] },
  {
    ...{ id: 'storage', title: 'settings.storage' },
    words: ['settings.onDiskKeywords', 'settings.roomKeywords'],
  },
  {
    ...{ id: 'backup', title: 'settings.backup' },
    words: ['settings.copies', 'settings.copiesKeywords', 'settings.export'],
  },
  {
    ...{ id: 'privacy', title: 'settings.privacy' },
    words: ['settings.hostsKeywords', 'settings.permissionKeywords'],
  },
  {
    ...{ id: 'about', title: 'settings.about' },
    words: ['settings.versionKeywords', 'settings.changesKeywords', 'settings.licence'],
  },
] as const satisfies readonly SettingPlace[]

/** Rows that have an address of their own: what the new tab can be besides a front page. */
export const settingRows = [
  { id: 'calm', title: 'settings.calm', words: ['settings.calmKeywords'] },
  { id: 'web-search', title: 'strip.searchWeb', words: ['settings.webSearchKeywords'] },
  { id: 'top-sites', title: 'strip.topSites', words: ['settings.topSitesKeywords'] },
] as const satisfies readonly SettingPlace[]
