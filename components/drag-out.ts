/**
 * Lets a paper be dragged out as its link: by its headline, and by whatever else of it can be
 * dragged (its picture) and is no link of its own. To a list of tabs or bookmarks it is an address
 * with a name, to a text the address, to a mail or a document the headline as a link. Returns how
 * to stop.
 */
export function letPapersBeDragged(): () => void {
  document.addEventListener('dragstart', onDragStart)
  return () => document.removeEventListener('dragstart', onDragStart)
}

function onDragStart({ target, dataTransfer }: DragEvent): void {
  // Selected text is dragged as text, whose node is the target.
  if (!(target instanceof Element) || !dataTransfer) return
  const link = target.closest('[data-paper-id]')?.querySelector<HTMLAnchorElement>('.paper-title a')
  const own = target.closest('a')
  if (!link || (own && own !== link)) return
  const { href } = link
  const title = link.textContent?.trim() ?? ''
  dataTransfer.effectAllowed = 'copyLink'
  dataTransfer.setData('text/uri-list', href)
  dataTransfer.setData('text/x-moz-url', `${href}\n${title}`)
  dataTransfer.setData('text/plain', href)
  dataTransfer.setData('text/html', `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`)
  if (own !== link) dataTransfer.setDragImage(link, 0, 0)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
