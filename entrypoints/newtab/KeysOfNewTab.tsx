import { KeySheet } from '@/components/search/KeySheet.tsx'
import { groupKeys } from './keys/key-table.ts'

/** The sheet of the keys that work on the new tab. */
export function KeysOfNewTab({ onClose }: { onClose: () => void }) {
  return <KeySheet groups={groupKeys()} onClose={onClose} />
}
