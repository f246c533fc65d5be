import { render } from 'preact'
import { chordOf } from '@/lib/model/keys.ts'

/**
 * Opens the palette on a page that is not the new tab by the same key; all it takes is loaded
 * then. Returns how to stop.
 */
export function listenForPalette(): () => void {
  const place = document.body.appendChild(document.createElement('div'))
  let isOpen = false
  const onKeyDown = async (event: KeyboardEvent) => {
    if (event.defaultPrevented || chordOf(event) !== 'Ctrl+k') return
    event.preventDefault()
    if (isOpen || document.querySelector('dialog:modal')) return
    isOpen = true
    const { PaletteOfPage } = await import('./PaletteOfPage.tsx')
    render(
      <PaletteOfPage
        onClose={() => {
          isOpen = false
          render(null, place)
        }}
      />,
      place,
    )
  }
  addEventListener('keydown', onKeyDown)
  return () => {
    removeEventListener('keydown', onKeyDown)
    render(null, place)
    place.remove()
  }
}
