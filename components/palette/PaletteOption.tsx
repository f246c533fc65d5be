import type { RankedItem } from '@/lib/model/palette.ts'
import { Key } from '../Key.tsx'
import { TexText } from '../tex/TexText.tsx'

/**
 * A choice of the palette. What leads somewhere is a link, so that the middle button and Ctrl open
 * it in a tab as they do any link.
 */
export function PaletteOption(props: {
  id: string
  item: RankedItem
  isChosen: boolean
  onPoint: () => void
  onTake: () => void
}) {
  const { id, item, isChosen, onPoint, onTake } = props
  const shared = {
    ...{ id, role: 'option' as const, class: 'palette-option', tabIndex: -1 },
    'aria-selected': isChosen,
    'aria-current': item.isCurrent ? ('true' as const) : undefined,
    onPointerMove: () => {
      if (!isChosen) onPoint()
    },
    // The press must not take the focus from the box.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  }
  const text = (
    <>
      <span class="palette-label">
        {item.mayHoldTex ? <TexText text={item.label} /> : <Label text={item.label} at={item.at} />}
      </span>
      {item.hint && <span class="palette-hint">{item.hint}</span>}
      {item.chord && <Key class="palette-key" chord={item.chord} />}
    </>
  )
  if (item.href === undefined) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are heard in the box
      // biome-ignore lint/a11y/noStaticElementInteractions: it has its role from what is shared
      <div {...shared} onClick={onTake}>
        {text}
      </div>
    )
  }
  return (
    <a
      {...shared}
      href={item.href}
      onClick={(event) => {
        // In a tab of its own it leaves the palette open for more.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onTake()
      }}
    >
      {text}
    </a>
  )
}

/** The text, with the letters that were typed in bold. */
function Label({ text, at }: { text: string; at: readonly number[] }) {
  const runs: { text: string; isTyped: boolean }[] = []
  let unit = 0
  for (const letter of text) {
    const isTyped = at.includes(unit)
    unit += letter.length
    const last = runs.at(-1)
    if (last?.isTyped === isTyped) last.text += letter
    else runs.push({ text: letter, isTyped })
  }
  return <>{runs.map((run, i) => (run.isTyped ? <b key={i}>{run.text}</b> : run.text))}</>
}
