import { CiteList } from '@/components/cite/CiteList.tsx'
import type { NewTab } from '@/lib/state/new-tab.ts'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'

/** The menu that a key opens beside whatever paper of a list has the focus. */
export function CiteFocused(props: { tab: NewTab; live: Promise<NewTabCommands>; id: string }) {
  const { tab, live, id } = props
  const paper = document.querySelector<HTMLElement>(`[data-paper-id="${CSS.escape(id)}"]`)
  if (!paper) return null
  return (
    <CiteList
      key={id}
      anchor={paper}
      what={paper.querySelector('.paper-title')?.textContent ?? id}
      onCite={async (format, to) => (await live).cite({ ids: [id] }, format, to)}
      onClose={() => {
        tab.citing.value = undefined
      }}
    />
  )
}
