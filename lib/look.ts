import { readLocal } from './local-store.ts'
import { type Appearance, appearanceOf, readAppearance } from './model/appearance.ts'
import { defaultSettings } from './settings.ts'

/** What the cards of a list are to have besides, for a reader who chose this look. */
export function wishesOf(
  { density, pictures }: Appearance,
  endpoint: string,
  isSavingData = false,
): { hasAbstracts: boolean; picturesFrom?: string } {
  return {
    hasAbstracts: density === 'full',
    ...(pictures === 'on' && !isSavingData && !savesData() && { picturesFrom: endpoint }),
  }
}

/** The same, from what is stored. */
export async function readWishes(): Promise<ReturnType<typeof wishesOf>> {
  const { appearance, settings = defaultSettings } = await readLocal('appearance', 'settings')
  const { endpoint, isSavingData } = settings
  return wishesOf(appearanceOf(readAppearance(appearance)), endpoint, isSavingData)
}

/** True when the reader asked the browser to load less; Firefox does not tell. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
