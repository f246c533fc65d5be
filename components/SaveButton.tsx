import { t } from '@/lib/i18n.ts'
/** Keeps a paper or lets it go. Its name says which paper, for those who hear it alone. */
export function SaveButton(props: {
  card: { id: string; title: string; savedAt?: number }
  onSave: (id: string, isSaved: boolean) => void
}) {
  const { card, onSave } = props
  const isSaved = card.savedAt !== undefined
  const { title } = card
  return (
    <button
      type="button"
      class="save"
      aria-pressed={isSaved}
      aria-label={isSaved ? t('paper.savedNamed', { title }) : t('paper.saveNamed', { title })}
      onClick={() => onSave(card.id, !isSaved)}
    >
      {isSaved ? t('paper.saved') : t('paper.save')}
    </button>
  )
}
