import { t } from '@/lib/i18n.ts'
import type { ShelfRow } from '@/lib/model/shelf.ts'
import { NoteField } from './NoteField.tsx'
import type { KeepActions } from './ShelfArticle.tsx'
import { ShelfState } from './ShelfState.tsx'
import { KnownTags } from './TagInput.tsx'
import { TagList } from './TagList.tsx'

/** What the reader made of a saved paper, on its own page. */
export function LibraryPanel(props: {
  row: ShelfRow
  knownTags: readonly { tag: string }[]
  actions: KeepActions
}) {
  const { row, knownTags, actions } = props
  const { id, title } = row
  return (
    <section class="library-panel" aria-labelledby="library-title">
      <KnownTags tags={knownTags} />
      <h3 id="library-title">{t('shelf.inYourLibrary')}</h3>
      <ShelfState row={row} onStatus={actions.onStatus} />
      <TagList
        title={title}
        tags={row.tags}
        known={knownTags}
        onChange={(change) => actions.onTags(id, change)}
      />
      <NoteField
        key={id}
        note={row.note}
        title={title}
        onType={(text, base) => actions.onTypeNote(id, text, base)}
        onSave={(text) => actions.onNote(id, text)}
      />
    </section>
  )
}
