import { useContext } from 'preact/hooks'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { opens } from './PaperTitle.tsx'
import { Site } from './Site.ts'

/**
 * The box of a paper's picture, as large without it as with it. It is a second way to the paper
 * for the pointer; for everyone else the headline is the one, and says all.
 */
export function PaperPicture(props: {
  card: { id: string; pendingSince?: number; onlyOnArxiv?: true }
  /** Absent until it has been read. */
  url?: string
  onOpen: (id: string) => void
}) {
  const { card, url, onOpen } = props
  return (
    <a
      class="paper-picture"
      href={paperLinks(card, useContext(Site)).home}
      tabIndex={-1}
      aria-hidden="true"
      {...opens(card.id, onOpen)}
    >
      {url && <img src={url} alt="" decoding="async" />}
    </a>
  )
}
