import { useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import { largestFileMb } from '@/lib/model/largest-file.ts'
import { Message } from '../Message.tsx'

/** Takes a file that is dropped or chosen, or a text that is pasted. */
export function DropZone(props: {
  /** What went wrong with the one before. */
  problem?: string
  onFile: (file: File) => void
  onText: (text: string) => void
}) {
  const { problem, onFile, onText } = props
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button that does the same */}
      <div
        class={isOver ? 'drop-zone is-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer?.files)
        }}
      >
        <p class="drop-zone-call">{t('bringIn.drop')}</p>
        <p>
          <label class="button">
            {t('bringIn.choose')}
            <input
              type="file"
              class="visually-hidden"
              onChange={(event) => {
                const field = event.currentTarget
                take(field.files)
                // The same file can be chosen again.
                field.value = ''
              }}
            />
          </label>
        </p>
        <Formats />
      </div>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('text') ?? '')
          if (text.trim()) onText(text)
        }}
      >
        <label for="paste">{t('bringIn.paste')}</label>
        <textarea
          id="paste"
          name="text"
          dir="ltr"
          rows={4}
          spellcheck={false}
          placeholder="2608.13210, https://arxiv.org/abs/1706.03762, @misc{…}"
        />
        <button type="submit" class="button">
          {t('bringIn.look')}
        </button>
      </form>
    </>
  )
}

/** What can be read, whatever the file is called. */
const formats = ['bibtex', 'ris', 'csl', 'paperMemory', 'ids', 'paperboy'] as const

function Formats() {
  return (
    <ul class="formats">
      {formats.map((format) => (
        <li key={format}>
          <Message of={`bringIn.format.${format}`} parts={{ name: (text) => <b>{text}</b> }} />
        </li>
      ))}
      <li>{t('bringIn.largest', { size: largestFileMb })}</li>
    </ul>
  )
}
