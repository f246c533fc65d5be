import { useEffect, useState } from 'preact/hooks'
import { type TopSite, TopSites } from '@/components/TopSites.tsx'
import { readTopSites } from '@/lib/state/top-sites.ts'

/** The sites of this browser; nothing until it has said which. */
export function OwnTopSites() {
  const [sites, setSites] = useState<readonly TopSite[]>([])
  useEffect(() => {
    void readTopSites().then(setSites)
  }, [])
  return sites.length > 0 ? <TopSites sites={sites} /> : null
}
