import { t } from '@/lib/i18n.ts'

/**
 * A box that hands its words to the browser's own search engine. It is no `type=search`: that is
 * the box for papers, which keys and scripts look for.
 */
export function WebSearch(props: {
  /** False when the browser would not. */
  onSearch: (words: string, isNewTab: boolean) => Promise<boolean>
}) {
  const search = async (field: HTMLInputElement, isNewTab: boolean) => {
    field.setCustomValidity('')
    const words = field.value.trim()
    if (words === '' || (await props.onSearch(words, isNewTab))) return
    field.setCustomValidity(t('strip.cannotSearch'))
    field.reportValidity()
  }
  return (
    <search class="web-search">
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        placeholder={t('strip.searchWeb')}
        aria-label={t('strip.searchWeb')}
        autocomplete="off"
        onInput={(event) => event.currentTarget.setCustomValidity('')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          void search(event.currentTarget, event.ctrlKey || event.metaKey)
        }}
      />
    </search>
  )
}
