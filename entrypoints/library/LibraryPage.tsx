import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { BackupsView } from '@/components/library/BackupsView.tsx'
import { DropZone } from '@/components/library/DropZone.tsx'
import { PreviewView } from '@/components/library/PreviewView.tsx'
import { plural, sentences, t } from '@/lib/i18n.ts'
import type { BringInResult } from '@/lib/library/bring-in/bring-in.ts'
import type { LibraryPageCommands, LibraryPage as Model, Stage } from '@/lib/state/library-page.ts'
import { offerDownload } from './offer-download.ts'

/** Bringing papers in, and backups: a page of its own, since a file picker closes a popup. */
export function LibraryPage({ page, commands }: { page: Model; commands: LibraryPageCommands }) {
  const { backups } = page
  const saved = page.savedCount.value
  return (
    <div class="library">
      <header>
        <h1>{t('library.heading')}</h1>
        <nav>
          <a href="/newtab.html#/saved">
            {saved > 0 ? plural('library.saved', saved) : t('view.saved')}
          </a>
          <a href="/options.html">{t('common.settings')}</a>
        </nav>
      </header>
      <main>
        <section aria-labelledby="bring-in-title">
          <h2 id="bring-in-title">{t('bringIn.heading')}</h2>
          <Focused by={page.stage.value.at}>
            <StageView
              stage={page.stage.value}
              endpoint={page.endpoint.value}
              commands={commands}
            />
          </Focused>
        </section>
        <BackupsView
          daily={backups.daily.value}
          weekly={backups.weekly.value}
          needsLeave={backups.needsLeave.value}
          canPickFolder={backups.canPickFolder}
          message={backups.message.value}
          now={Date.now()}
          onBackUpNow={() => void commands.backUpNow()}
          onDownload={async () => offerDownload(await commands.makeFile())}
          onRestore={(madeAt) => {
            void commands.restore(madeAt)
            scrollTo({ top: 0 })
          }}
          onDownloadCopy={async (madeAt) => offerDownload(await commands.copyFile(madeAt))}
          onChoosePlace={() => void commands.choosePlace()}
          onRenewLeave={() => void commands.renewLeave()}
          onStopWeekly={() => void commands.stopWeekly()}
        />
      </main>
    </div>
  )
}

/** Takes the focus when what it holds becomes another thing: the button pressed is gone by then. */
function Focused({ by, children }: { by: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  const last = useRef(by)
  useEffect(() => {
    if (last.current !== by) place.current?.focus({ preventScroll: true })
    last.current = by
  }, [by])
  return (
    <div ref={place} tabIndex={-1} class="stage">
      {children}
    </div>
  )
}

function StageView(props: { stage: Stage; endpoint: string; commands: LibraryPageCommands }) {
  const { stage, endpoint, commands } = props
  switch (stage.at) {
    case 'start':
      return (
        <DropZone
          problem={stage.problem}
          onFile={(file) => void commands.read(file, file.name)}
          onText={(text) => void commands.read(new Blob([text]), t('bringIn.pasted'))}
        />
      )
    case 'reading':
      return (
        <Working
          text={plural('bringIn.reading', stage.count, { file: stage.name })}
          onCancel={commands.cancel}
        />
      )
    case 'preview':
      return (
        <PreviewView
          key={stage.name}
          name={stage.name}
          preview={stage.preview}
          endpoint={endpoint}
          onBringIn={(options) => void commands.bringIn(options)}
          onCancel={commands.cancel}
        />
      )
    case 'working':
      return (
        <Working
          text={plural('bringIn.working', stage.total, { done: stage.done })}
          progress={{ done: stage.done, total: stage.total }}
          onCancel={commands.cancel}
        />
      )
    case 'done':
      return (
        <div class="done">
          <p role="status">{describeResult(stage.result, stage.hasSettings)}</p>
          <p class="actions">
            <a class="button button-main" href="/newtab.html#/saved">
              {t('bringIn.seeSaved')}
            </a>
            <button type="button" class="button" onClick={commands.cancel}>
              {t('bringIn.another')}
            </button>
          </p>
        </div>
      )
  }
}

function Working(props: {
  text: string
  progress?: { done: number; total: number }
  onCancel: () => void
}) {
  const { text, progress, onCancel } = props
  return (
    <div class="working">
      <p role="status">{text}</p>
      <progress aria-label={text} value={progress?.done} max={progress?.total} />
      <p class="actions">
        <button type="button" class="button" onClick={onCancel}>
          {t('bringIn.cancel')}
        </button>
        <span class="hint">{t('bringIn.cancelHint')}</span>
      </p>
    </div>
  )
}

function describeResult(result: BringInResult, hasSettings: boolean): string {
  const { added, changed, pending, ofSites, bin } = result
  return sentences(
    plural('bringIn.added', added),
    changed > 0 && plural('bringIn.changed', changed),
    pending > 0 && plural('bringIn.pending', pending),
    ofSites > 0 && t('bringIn.waitForPages'),
    bin > 0 && plural('bringIn.bin', bin),
    hasSettings && t('bringIn.settings'),
  )
}
