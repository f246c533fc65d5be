import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build'

const folder = fileURLToPath(new URL('../../../store/', import.meta.url))

/** The languages in which the stores have texts, named as in `locales/`. */
export const storeLocales: string[] = readdirSync(`${folder}texts`).map((name) =>
  name.replace(/\.yml$/, ''),
)

/** The texts of a file under `store/`, without its ending, by their keys joined with `_`. */
export async function readStoreTexts(name: string): Promise<Record<string, string>> {
  const texts = generateChromeMessages(await parseMessagesFile(`${folder}${name}.yml`))
  return Object.fromEntries(Object.entries(texts).map(([key, { message }]) => [key, message]))
}
