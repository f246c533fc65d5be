import { nameOf, type Texts } from './compare-texts.ts'

/** The texts that no source asks for: by name, by a name with a part put in, or in the manifest. */
export function unusedTexts(texts: Texts, sources: readonly string[]): string[] {
  const all = sources.join('\n')
  const patterns = [...all.matchAll(/`([\w.]+\.)\$\{[^`]*?\}((?:\.\w+)*)`/g)].map(
    ([, before = '', after = '']) => new RegExp(`^${literally(before)}\\w+${literally(after)}$`),
  )
  const isUsed = (name: string) =>
    new RegExp(`(['"\`])${literally(name)}\\1`).test(all) ||
    all.includes(`__MSG_${name.replaceAll('.', '_')}__`) ||
    patterns.some((pattern) => pattern.test(name))
  const names = new Set([...texts.keys()].map((key) => nameOf(key, texts)))
  return [...names].filter((name) => !isUsed(name))
}

const literally = (text: string): string => text.replaceAll('.', '\\.')
