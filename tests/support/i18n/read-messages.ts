import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build'

const folder = fileURLToPath(new URL('../../../locales/', import.meta.url))

/** The languages that there are texts in, by the names of their files: en, zh_CN. */
export const locales = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => name.slice(0, -'.yml'.length))

/** The messages of a language by their names in the file, `search.found.one`. */
export async function readTexts(locale: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(`${folder}${locale}.yml`)
  return new Map(
    messages.flatMap((each) =>
      each.type === 'simple' && !each.key[0]?.startsWith('@@')
        ? [[each.key.join('.'), each.message] as const]
        : [],
    ),
  )
}

/** The messages of a language as the build gives them to the browser, by the browser's names. */
export async function readMessages(locale: string): Promise<Record<string, string>> {
  const messages = generateChromeMessages(await parseMessagesFile(`${folder}${locale}.yml`))
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]))
}
