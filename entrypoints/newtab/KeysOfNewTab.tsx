import { KeySheet } from '@/components/search/KeySheet.tsx'
import { keyTable } from '@/lib/state/keys.ts'

/** The sheet of the keys that work on the new tab. */
export function KeysOfNewTab({ onClose }: { onClose: () => void }) {
  return <KeySheet keys={keyTable} onClose={onClose} />
}
