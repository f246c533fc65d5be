import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { formatCompact, formatCount } from '@/lib/format.ts'
import { isOnHub, paperLinks } from '@/lib/model/paper-links.ts'
import { opens } from './PaperTitle.tsx'
import { Site } from './Site.ts'

/** What people make of a paper, and where it goes on: arXiv, PDF, code, project. */
export function PaperFacts(props: {
  card: {
    id: string
    pendingSince?: number
    onlyOnArxiv?: true
    upvotes: number
    comments: number
    repository?: string
    stars?: number
    projectUrl?: string
  }
  onOpen: (id: string) => void
  children?: ComponentChildren
}) {
  const { card, onOpen, children } = props
  const { huggingFace, abs, pdf, code, project } = paperLinks(card, useContext(Site))
  const open = opens(card.id, onOpen)
  return (
    <footer class="paper-facts">
      {isOnHub(card) && (
        <a class="paper-votes" href={huggingFace} title="Upvotes on Hugging Face" {...open}>
          <span aria-hidden="true">▲</span> {formatCount(card.upvotes)}
          <span class="visually-hidden"> upvotes on Hugging Face</span>
        </a>
      )}
      {card.comments > 0 && (
        <a class="paper-comments" href={`${huggingFace}#community`} {...open}>
          {card.comments === 1 ? '1 comment' : `${formatCount(card.comments)} comments`}
        </a>
      )}
      <a href={abs} title="Abstract on arXiv" {...open}>
        arXiv
      </a>
      <a href={pdf} title="PDF on arXiv" {...open}>
        PDF
      </a>
      {code && (
        <a href={code} title={`${card.repository} on GitHub`} {...open}>
          Code{card.stars !== undefined && <Stars count={card.stars} />}
        </a>
      )}
      {project && (
        <a class="paper-project" href={project} title={project} {...open}>
          Project
        </a>
      )}
      {children}
    </footer>
  )
}

function Stars({ count }: { count: number }) {
  return (
    <span class="paper-stars">
      <span aria-hidden="true">★</span>
      {formatCompact(count)}
      <span class="visually-hidden"> stars</span>
    </span>
  )
}
