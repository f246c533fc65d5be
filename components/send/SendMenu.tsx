import { t } from '@/lib/i18n.ts'
import { isSiteId } from '@/lib/model/paper-id.ts'
import type { SendReport } from '@/lib/send/send-report.ts'
import type { SendCommands } from '@/lib/state/send-commands.ts'
import type { SendView } from '@/lib/state/send-view.ts'
import { CollectionChooser } from './CollectionChooser.tsx'
import { SendReportLine } from './SendReportLine.tsx'
import './send.css'

/** The commands of sending, each called within the click. */
type SendActions = {
  [Where in keyof SendCommands]: {
    [Name in keyof SendCommands[Where]]: SendCommands[Where][Name] extends (
      ...ask: infer Ask
    ) => unknown
      ? (...ask: Ask) => void
      : never
  }
}

/**
 * Sends papers to Zotero, or to a collection on Hugging Face, and tells what became of it. It
 * brings its own style, so that it can stand on any page.
 */
export function SendMenu(props: { ids: readonly string[]; view: SendView; actions: SendActions }) {
  const { ids, actions } = props
  const { zotero, collection, chooser } = viewOf(props.view, ids)
  const ofSites = ids.length > 0 && ids.every(isSiteId)
  const isIdle = (report: typeof zotero) => report?.state !== 'running' && ids.length > 0
  return (
    <section class="send" aria-label={t('send.label')}>
      <div class="send-buttons">
        <button
          type="button"
          class="button"
          disabled={!isIdle(zotero)}
          onClick={() =>
            zotero?.state === 'stopped' ? actions.zotero.goOn() : actions.zotero.send(ids)
          }
        >
          {zoteroLabel(zotero?.state)}
        </button>
        {/* Hugging Face has no page for those of other sites. */}
        {!ofSites && (
          <button
            type="button"
            class="button"
            disabled={!isIdle(collection)}
            onClick={() => actions.collection.choose(ids)}
          >
            {t('send.toCollection')}
          </button>
        )}
      </div>
      <SendReportLine report={zotero} onStop={() => actions.zotero.stop()} />
      <SendReportLine
        report={collection}
        onGoOn={() => actions.collection.goOn()}
        onStop={() => actions.collection.stop()}
      />
      {chooser && (
        <CollectionChooser
          chooser={chooser}
          onAdd={(choice, withNotes) => actions.collection.add(choice, withNotes)}
          onRetry={() => actions.collection.choose(ids)}
          onClose={() => actions.collection.closeChooser()}
        />
      )}
    </section>
  )
}

/** What is under way is shown wherever one is; what is over, only with its papers. */
function viewOf(view: SendView, ids: readonly string[]): Omit<SendView, 'ids'> {
  if (view.ids.join() === ids.join()) return view
  const running = (report: SendView['zotero']) => (report?.state === 'running' ? report : undefined)
  return { zotero: running(view.zotero), collection: running(view.collection) }
}

/** One button for all: what it does next is what it is called. */
function zoteroLabel(state: SendReport['state'] | undefined): string {
  if (state === 'stopped') return t('send.goOnToZotero')
  return state === 'done' ? t('send.toZoteroAgain') : t('send.toZotero')
}
