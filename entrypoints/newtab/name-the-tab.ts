import { effect } from '@preact/signals'
import { t } from '@/lib/i18n.ts'
import { mayHoldTex } from '@/lib/model/tex/may-hold-tex.ts'
import type { NewTab } from '@/lib/state/new-tab.ts'
import { titleOf } from './page-title.ts'

/** Keeps the tab's name true, so that tabs and the history can be told apart. */
export function nameTheTab(tab: NewTab): void {
  effect(() => {
    const content = tab.content.value
    const { route } = content
    const title =
      content.state === 'paper' ? content.paper.title : titleOf(content, tab.today.value)
    document.title = route.view === 'today' ? t('page.newTab') : t('page.titled', { title })
    if (content.state === 'paper' && mayHoldTex(title)) void nameWithoutTex(tab, title)
  })
}

/** A tab's name has no elements: of TeX it gets the characters, a moment later. */
async function nameWithoutTex(tab: NewTab, title: string): Promise<void> {
  const { plainTitle } = await import('@/lib/model/tex/plain-title.ts')
  const content = tab.content.value
  if (content.state !== 'paper' || content.paper.title !== title) return
  document.title = t('page.titled', { title: plainTitle(title) })
}
