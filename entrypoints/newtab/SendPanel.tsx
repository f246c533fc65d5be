import { useMemo } from 'preact/hooks'
import { SendMenu } from '@/components/send/SendMenu.tsx'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'

/** The menu for sending papers elsewhere, wired to the page's commands. */
export function SendPanel(props: {
  ids: readonly string[]
  tab: NewTab
  live: Promise<NewTabCommands>
}) {
  const { ids, tab, live } = props
  // Asked for when the menu is drawn: a click must not wait, or it no longer counts as one.
  const sending = useMemo(async () => (await live).openSending(), [live])
  return (
    <SendMenu
      ids={ids}
      view={tab.send.value}
      actions={{
        zotero: {
          send: async (ids) => (await sending).zotero.send(ids),
          goOn: async () => (await sending).zotero.goOn(),
          stop: async () => (await sending).zotero.stop(),
        },
        collection: {
          choose: async (ids) => (await sending).collection.choose(ids),
          closeChooser: async () => (await sending).collection.closeChooser(),
          add: async (choice, withNotes) => (await sending).collection.add(choice, withNotes),
          goOn: async () => (await sending).collection.goOn(),
          stop: async () => (await sending).collection.stop(),
        },
      }}
    />
  )
}
