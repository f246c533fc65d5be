import { useContext } from 'preact/hooks'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { written } from '@/lib/model/written.ts'
import { Site } from './Site.ts'
import { TexText } from './tex/TexText.tsx'

/** The headline, a link to where the paper is talked about. */
export function PaperTitle(props: {
  id: string
  card: { id: string; title: string; pendingSince?: number; onlyOnArxiv?: true }
  onOpen: (id: string) => void
}) {
  const { id, card, onOpen } = props
  return (
    <h2 class="paper-title" {...written(card.title)} id={id}>
      <a href={paperLinks(card, useContext(Site)).home} {...opens(card.id, onOpen)}>
        <TexText text={card.title} />
      </a>
    </h2>
  )
}

/** Tells of an opening by any button of the mouse: the middle one opens a tab. */
export function opens(id: string, onOpen: (id: string) => void) {
  const tell = () => onOpen(id)
  return { onClick: tell, onAuxClick: (event: MouseEvent) => event.button === 1 && tell() }
}
