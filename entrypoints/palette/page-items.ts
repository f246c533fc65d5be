import { goToPart } from '@/components/settings/go-to-part.ts'
import { t } from '@/lib/i18n.ts'
import type { PaletteItem } from '@/lib/model/palette.ts'
import { wordsOfSection } from './setting-items.ts'

/**
 * A picture of another page, such as the preview of the look, offers nothing itself, and the
 * choices of the look are made by items of their own.
 */
const pictured = '[inert], [aria-hidden=true], [data-paper-id], #appearance .choice'

/**
 * What the page itself offers: its sections, its fields, and its buttons, by their names. Read
 * from the page, so that whatever is there can be found.
 */
export function pageItems(): PaletteItem[] {
  const main = document.querySelector('main')
  if (!main) return []
  const find = (selector: string) =>
    [...main.querySelectorAll<HTMLElement>(selector)].filter(
      (each) => each.checkVisibility() && !each.closest(pictured),
    )
  const items: PaletteItem[] = [
    ...find('h2').map((heading, i) => ({
      ...{ id: `section ${i}`, group: t('palette.group.onPage'), label: textOf(heading) },
      ...{ words: wordsOfSection(heading.closest('section')?.id ?? '') },
      run: () => goToPart(heading),
    })),
    ...find('input:enabled, select:enabled, textarea:enabled').map((field, i) => ({
      ...{ id: `field ${i}`, group: t('palette.group.onPage'), label: nameOfField(field) },
      ...{ hint: sectionOf(field), words: wordsOfRow(field), run: () => goToPart(field) },
    })),
    ...find('button:enabled').map((button, i) => ({
      ...{ id: `button ${i}`, group: t('palette.group.doHere'), hint: sectionOf(button) },
      ...{ label: button.getAttribute('aria-label') ?? textOf(button), words: wordsOfRow(button) },
      run: () => {
        button.focus()
        button.click()
      },
    })),
  ]
  return items.filter(({ label }) => label !== '')
}

function nameOfField(field: HTMLElement): string {
  const labels = [...((field as HTMLInputElement).labels ?? [])].map(textOf)
  return field.getAttribute('aria-label') ?? labels.join(' ')
}

function sectionOf(element: Element): string | undefined {
  const heading = element.closest('section')?.querySelector<HTMLElement>('h2')
  return heading ? textOf(heading) : undefined
}

/** What the search of the settings finds its row by. */
function wordsOfRow(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset.row
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}
