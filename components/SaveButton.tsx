/** Keeps a paper or lets it go. Its name says which paper, for those who hear it alone. */
export function SaveButton(props: {
  card: { id: string; title: string; savedAt?: number }
  onSave: (id: string, isSaved: boolean) => void
}) {
  const { card, onSave } = props
  const isSaved = card.savedAt !== undefined
  const word = isSaved ? 'Saved' : 'Save'
  return (
    <button
      type="button"
      class="save"
      aria-pressed={isSaved}
      aria-label={`${word} ${card.title}`}
      onClick={() => onSave(card.id, !isSaved)}
    >
      {word}
    </button>
  )
}
