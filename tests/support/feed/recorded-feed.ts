import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RawDay } from './raw-paper.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const dayFile = /^(\d{4}-\d{2}-\d{2})\.json$/

/**
 * The folder of recorded `YYYY-MM-DD.json` files: the one `PAPERBOY_FEED` names (either directly or
 * as the parent of `daily/`), else a `shared/feed` beside the repository. Undefined when neither
 * holds a single day, which is the ordinary case for someone who has just cloned the project.
 */
export function findRecordedFolder(): string | undefined {
  const named = process.env.PAPERBOY_FEED
  const roots = named ? [resolve(named)] : [resolve(repository, '../shared/feed')]
  return roots
    .flatMap((root) => [resolve(root, 'daily'), root])
    .find((folder) => listDates(folder).length > 0)
}

/** All recorded days, oldest first; a day's file is read and parsed when `papers` is first read. */
export function readRecordedDays(folder: string): RawDay[] {
  return listDates(folder).map((date) => {
    let papers: unknown[] | undefined
    return {
      date,
      get papers(): unknown[] {
        papers ??= JSON.parse(readFileSync(resolve(folder, `${date}.json`), 'utf8')) as unknown[]
        return papers
      },
    }
  })
}

function listDates(folder: string): string[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => dayFile.exec(name)?.[1] ?? [])
      .sort()
  } catch {
    // A folder that is not there holds no days.
    return []
  }
}
