import { PaperFeed } from '@/components/PaperFeed.tsx'
import { t } from '@/lib/i18n.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import { sampleCards } from './sample-cards.ts'

/**
 * A front page in small, of the reader's own papers where there are some. It is a picture: there
 * is nothing in it to press, and nothing is read out but what it is.
 */
export function FrontPagePreview(props: {
  cards: readonly PaperCard[]
  pictures: ReadonlyMap<string, string>
}) {
  const shown = props.cards.length > 0 ? props.cards : sampleCards
  return (
    <figure class="preview">
      <div class="preview-window" inert aria-hidden="true">
        <div class="preview-page">
          <p class="preview-brand">{t('manifest.name')}</p>
          <div class="preview-sheet">
            <PaperFeed
              cards={shown}
              total={shown.length}
              label=""
              layout="front"
              isBusy={false}
              isNew={() => false}
              abstracts={new Map()}
              pictures={props.pictures}
              actions={nothing}
            />
          </div>
        </div>
      </div>
      <figcaption class="visually-hidden">{t('settings.preview')}</figcaption>
    </figure>
  )
}

const nothing = { onSave() {}, onOpen() {}, onToggleAbstract() {} }
