import { WebSearch } from '@/components/WebSearch.tsx'
import { searchWeb } from '@/lib/state/web-search.ts'

/** The box that asks the search engine of this browser. */
export function OwnWebSearch() {
  return <WebSearch onSearch={searchWeb} />
}
