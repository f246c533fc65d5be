import { readLocal, writeLocal } from '@/lib/local-store.ts'

/** Has the first new tab after an installation show the first steps; an update shows none. */
export async function welcome({ reason }: { reason: string }): Promise<void> {
  if (reason !== 'install' || (await readLocal('welcome')).welcome) return
  await writeLocal({ welcome: { step: 'look' } })
}
