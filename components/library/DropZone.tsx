import { useState } from 'preact/hooks'
import { largestFileMb } from '@/lib/model/largest-file.ts'

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
        <p class="drop-zone-call">Drop a file here</p>
        <p>
          <label class="button">
            Choose a file
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
        <label for="paste">Or paste it</label>
        <textarea
          id="paste"
          name="text"
          rows={4}
          spellcheck={false}
          placeholder="2608.13210, https://arxiv.org/abs/1706.03762, @misc{…}"
        />
        <button type="submit" class="button">
          Look at it
        </button>
      </form>
    </>
  )
}

/** What can be read, whatever the file is called. */
const formats = [
  ['BibTeX', 'and BibLaTeX, from arXiv, Google Scholar, DBLP, Zotero, JabRef'],
  ['RIS', 'from reference managers and publishers'],
  ['CSL-JSON', 'as Zotero and Pandoc have it'],
  ['PaperMemory', 'its JSON export, notes and tags included'],
  ['arXiv ids and links', 'one or more a line, anywhere in a text'],
  ['Paperboy', 'a backup, packed or not'],
]

function Formats() {
  return (
    <ul class="formats">
      {formats.map(([name, what]) => (
        <li key={name}>
          <b>{name}</b> {what}
        </li>
      ))}
      <li>A file may have {largestFileMb} MB, packed or not.</li>
    </ul>
  )
}
