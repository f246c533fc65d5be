import { PaperRow } from '@/components/PaperRow.tsx'
import { UndoToast } from '@/components/UndoToast.tsx'
import { formatPapers } from '@/lib/format.ts'
import type { PaperCard } from '@/lib/model/card.ts'
import type { Hit } from '@/lib/model/hit.ts'
import type { LibraryCommands } from '@/lib/state/library-commands.ts'
import type { Popup } from '@/lib/state/popup.ts'
import { onArrowKeys } from './arrow-keys.ts'

/** The popup: a box, and what it found; before that, today's first and the last saved. */
export function PopupPage({ popup, live }: { popup: Popup; live: Promise<LibraryCommands> }) {
  const hits = popup.hits.value
  const query = popup.query.value.trim()
  const released = popup.released.value
  const isAnswered = hits?.query.trim() === query
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of everything inside
    <div class="popup" onKeyDown={onArrowKeys}>
      <header class="popup-head">
        <input
          type="search"
          value={popup.query.value}
          placeholder="Find a paper by title, author or abstract"
          aria-label="Find a paper"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            popup.query.value = event.currentTarget.value
          }}
        />
        <p role="status" class="popup-status">
          {popup.failure.value ??
            (query && isAnswered ? describeHits(hits?.total ?? 0, hits?.isRelaxed) : '')}
        </p>
      </header>
      <main>
        {query ? (
          <Rows label="Found" cards={hits?.cards ?? []} live={live} />
        ) : (
          <Resting popup={popup} live={live} />
        )}
      </main>
      <footer class="popup-foot">
        <a href="/newtab.html#/today" target="_blank" rel="noopener">
          Front page
        </a>
        <a href="/newtab.html#/saved" target="_blank" rel="noopener">
          Saved
        </a>
        <a href="/options.html" target="_blank" rel="noopener">
          Settings
        </a>
      </footer>
      <UndoToast
        titles={released.map(({ record }) => record.title)}
        onUndo={async () => (await live).undo()}
        onClose={async () => (await live).dismissUndo()}
      />
    </div>
  )
}

function Resting({ popup, live }: { popup: Popup; live: Promise<LibraryCommands> }) {
  return (
    <>
      <h2>Today</h2>
      {popup.today.value.length > 0 ? (
        <Rows label="Today" cards={popup.today.value} live={live} />
      ) : (
        <p class="popup-empty">No papers have been fetched yet.</p>
      )}
      <h2>Saved last</h2>
      {popup.lastSaved.value.length > 0 ? (
        <Rows label="Saved last" cards={popup.lastSaved.value} live={live} />
      ) : (
        <p class="popup-empty">Nothing saved yet. Save a paper and it stays at hand here.</p>
      )}
    </>
  )
}

function Rows(props: {
  label: string
  cards: readonly (PaperCard | Hit)[]
  live: Promise<LibraryCommands>
}) {
  const { label, cards, live } = props
  return (
    <div role="feed" aria-label={label} class="rows">
      {cards.map((card, i) => (
        <PaperRow
          key={card.id}
          card={card}
          position={i + 1}
          total={cards.length}
          onSave={async (id, isSaved) => (await live).setSaved(id, isSaved)}
          onOpen={async (id) => (await live).markOpened(id)}
        />
      ))}
    </div>
  )
}

function describeHits(total: number, isRelaxed = false): string {
  if (total === 0) return 'No paper holds any of these words.'
  return `${formatPapers(total)} ${isRelaxed ? 'with most of these words' : 'found'}`
}
