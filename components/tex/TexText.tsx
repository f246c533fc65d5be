import { mayHoldTex } from '@/lib/model/tex/may-hold-tex.ts'
import { later } from '../later.tsx'

/**
 * A text from outside with its formulas, sub- and superscripts set. It is shown as it is written
 * until what sets them has come, and for good where there is none of them.
 */
export function TexText({ text }: { text: string }) {
  return mayHoldTex(text) ? <SetText text={text} /> : text
}

const loadSetting = () => import('./TexRuns.tsx')

const SetText = later(
  async () => (await loadSetting()).TexWhole,
  ({ text }: { text: string }) => <>{text}</>,
)

/** Fetches ahead what the texts need to be drawn as they stay. */
export async function loadTexFor(texts: readonly string[]): Promise<void> {
  const withTex = texts.filter(mayHoldTex)
  if (withTex.length === 0) return
  const [{ loadFormulasFor }] = await Promise.all([loadSetting(), SetText.load()])
  await loadFormulasFor(withTex)
}
