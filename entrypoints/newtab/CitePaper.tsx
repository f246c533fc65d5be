import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import type { NewTabCommands } from '@/lib/state/new-tab-live.ts'

/** The button of a paper's own page that cites it. */
export function CitePaper(props: {
  paper: { id: string; title: string }
  live: Promise<NewTabCommands>
}) {
  const { paper, live } = props
  return (
    <CiteMenu
      what={paper.title}
      onCite={async (format, to) => (await live).cite({ ids: [paper.id] }, format, to)}
    />
  )
}
