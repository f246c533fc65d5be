import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { formatCompact, formatCount } from '@/lib/format.ts'
import { plural, t } from '@/lib/i18n.ts'
import { paperLinks } from '@/lib/model/paper-links.ts'
import { opens } from './PaperTitle.tsx'
import { Site } from './Site.ts'

/** What people make of a paper, and where it goes on: its page, PDF, code, project. */
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
  const { huggingFace, site, page, pdf, code, project } = paperLinks(card, useContext(Site))
  const open = opens(card.id, onOpen)
  const votes = plural('paper.upvotes', card.upvotes)
  return (
    <footer class="paper-facts">
      {huggingFace && (
        <a class="paper-votes" href={huggingFace} aria-label={votes} title={votes} {...open}>
          ▲ {formatCount(card.upvotes)}
        </a>
      )}
      {huggingFace && card.comments > 0 && (
        <a class="paper-comments" href={`${huggingFace}#community`} {...open}>
          {plural('paper.comments', card.comments)}
        </a>
      )}
      <a href={page} title={t('paper.abstractOn', { site })} {...open}>
        {site}
      </a>
      <a href={pdf} title={t('paper.pdfOn', { site })} {...open}>
        PDF
      </a>
      {code && (
        <a href={code} title={t('paper.onGitHub', { repository: card.repository ?? '' })} {...open}>
          {t('paper.code')}
          {card.stars !== undefined && <Stars count={card.stars} />}
        </a>
      )}
      {project && (
        <a class="paper-project" href={project} title={project} {...open}>
          {t('paper.project')}
        </a>
      )}
      {children}
    </footer>
  )
}

function Stars({ count }: { count: number }) {
  return (
    <span class="paper-stars">
      <span aria-hidden="true">
        <span>★</span>
        {formatCompact(count)}
      </span>
      <span class="visually-hidden">{plural('paper.stars', count)}</span>
    </span>
  )
}
