import { fileURLToPath } from 'node:url'
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build'

const folder = fileURLToPath(new URL('../../../locales/', import.meta.url))

/** The messages of a language as the build gives them to the browser, by the browser's names. */
export async function readMessages(locale: string): Promise<Record<string, string>> {
  const messages = generateChromeMessages(await parseMessagesFile(`${folder}${locale}.yml`))
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]))
}
