import { t } from '@/lib/i18n.ts'
import { printChord } from '@/lib/model/keys.ts'

/** A key, or a chord of keys, as the keyboards of the reader's language print them. */
export function Key(props: { chord: string; class?: string }) {
  const isMac = /Mac/.test(navigator.platform)
  return <kbd class={props.class}>{printChord(props.chord, t('keys.names'), isMac)}</kbd>
}
