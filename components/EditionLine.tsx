import { t } from '@/lib/i18n.ts'

/**
 * The number of the edition, and whether it is the day's or the night's: the style shows the word
 * that is true, since only it knows what the browser prefers. A press turns one into the other.
 */
export function EditionLine(props: { number?: number; onTurn: () => void }) {
  const { number, onTurn } = props
  return (
    <p class="edition">
      {number !== undefined && (
        <span class="edition-number">{t('edition.number', { number })}</span>
      )}
      <button type="button" class="edition-turn" title={t('edition.turn')} onClick={onTurn}>
        <span class="by-day">{t('edition.day')}</span>
        <span class="by-night">{t('edition.night')}</span>
      </button>
    </p>
  )
}
