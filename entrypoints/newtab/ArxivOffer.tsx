import { askLeave } from '@/lib/host-leave.ts'

/** Says what Hugging Face does not have, and offers to ask arXiv: for that its host is needed. */
export function ArxivOffer({ text, arxiv }: { text: string; arxiv: string }) {
  return (
    <p class="arxiv-offer">
      {text}{' '}
      <button type="button" class="button" onClick={() => void askLeave(arxiv)}>
        Ask arXiv
      </button>
    </p>
  )
}
