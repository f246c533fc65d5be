import { formatList } from '@/lib/format.ts'
import { formatPublished } from '@/lib/format-day.ts'

/** Where and when a paper appeared, of one whose site tells: arXiv and Hugging Face do not. */
export function Appeared({
  paper,
}: {
  paper: { venue?: string; publishedAt: number; datedTo?: 'month' | 'year' }
}) {
  if (!paper.venue) return null
  return (
    <p class="paper-venue" dir="auto">
      {formatList([paper.venue, formatPublished(paper)].filter((part) => part !== undefined))}
    </p>
  )
}
