import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { BackupsView } from '@/components/library/BackupsView.tsx'
import { DropZone } from '@/components/library/DropZone.tsx'
import { PreviewView } from '@/components/library/PreviewView.tsx'
import { formatCount, formatPapers } from '@/lib/format.ts'
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
        <h1>Your library</h1>
        <nav>
          <a href="/newtab.html#/saved">{saved > 0 ? `${formatPapers(saved)} saved` : 'Saved'}</a>
          <a href="/options.html">Settings</a>
        </nav>
      </header>
      <main>
        <section aria-labelledby="bring-in-title">
          <h2 id="bring-in-title">Bring papers in</h2>
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
          onText={(text) => void commands.read(new Blob([text]), 'What you pasted')}
        />
      )
    case 'reading':
      return (
        <Working
          text={`Reading ${stage.name}: ${formatCount(stage.count)} entries`}
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
          text={`${formatCount(stage.done)} of ${formatPapers(stage.total)} brought in`}
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
              See what is saved
            </a>
            <button type="button" class="button" onClick={commands.cancel}>
              Another file
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
          Cancel
        </button>
        <span class="hint">Until it is done, cancelling leaves everything as it was.</span>
      </p>
    </div>
  )
}

function describeResult(result: BringInResult, hasSettings: boolean): string {
  const { added, changed, pending, bin } = result
  const sentences = [
    `${formatPapers(added)} brought in.`,
    changed > 0 && `${formatPapers(changed)} that you had got tags or a note besides.`,
    pending > 0 &&
      `${formatPapers(pending)} came with little more than an id; the rest is looked up in the background.`,
    bin > 0 && `${formatPapers(bin)} came back into the bin.`,
    hasSettings && 'The setting was taken, too.',
  ]
  return sentences.filter(Boolean).join(' ')
}
