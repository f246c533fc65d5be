import { loadTexFor } from '@/components/tex/TexText.tsx'
import type { PaletteItem } from '@/lib/model/palette.ts'
import type { Paper } from '@/lib/model/paper.ts'
import { paperItem } from '@/lib/state/palette.ts'

/** Papers that were found, when what sets the formulas of their titles is there, if any has one. */
export async function paperItems(papers: readonly Paper[], home: string): Promise<PaletteItem[]> {
  await loadTexFor(papers.map(({ title }) => title))
  return papers.map((paper) => paperItem(paper, home))
}
