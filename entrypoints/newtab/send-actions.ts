import type { SendActions } from '@/components/send/SendMenu.tsx'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'

/** What the menu for sending papers elsewhere does. */
export function sendActionsOf(live: Promise<NewTabCommands>): SendActions {
  return {
    zotero: {
      send: async (ids) => (await live).zotero.send(ids),
      goOn: async () => (await live).zotero.goOn(),
      stop: async () => (await live).zotero.stop(),
    },
    collection: {
      choose: async (ids) => (await live).collection.choose(ids),
      closeChooser: async () => (await live).collection.closeChooser(),
      add: async (choice, withNotes) => (await live).collection.add(choice, withNotes),
      goOn: async () => (await live).collection.goOn(),
      stop: async () => (await live).collection.stop(),
    },
  }
}
