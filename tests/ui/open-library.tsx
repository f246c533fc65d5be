import { signal } from '@preact/signals'
import { LibraryPage } from '@/entrypoints/library/LibraryPage.tsx'
import type { Backup, WeeklyFile } from '@/lib/model/backup.ts'
import { defaultEndpoint } from '@/lib/settings.ts'
import type { Stage } from '@/lib/state/library-page.ts'
import { mount } from './mount.ts'

const nothing = async () => {}

/** Draws the library page, with commands that do nothing. */
export function openLibrary() {
  const page = {
    stage: signal<Stage>({ at: 'start' }),
    endpoint: signal(defaultEndpoint),
    savedCount: signal(0),
    backups: {
      daily: signal<Backup[] | undefined>(undefined),
      weekly: signal<WeeklyFile | undefined>(undefined),
      needsLeave: signal(false),
      canPickFolder: true,
      message: signal(''),
    },
  }
  const commands = {
    ...{ read: nothing, restore: nothing, bringIn: nothing, cancel: () => {} },
    ...{ backUpNow: nothing, choosePlace: nothing, renewLeave: nothing, stopWeekly: nothing },
    makeFile: async () => undefined,
    copyFile: async () => undefined,
  }
  const root = mount(<LibraryPage page={page} commands={commands} />)
  return { page, root }
}
