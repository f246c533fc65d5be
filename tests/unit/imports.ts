import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One import of a source file; paths are from the root of the project. */
export interface Import {
  from: string
  /** A path, or the name of a package. */
  to: string
  isTypeOnly: boolean
}

export interface Source {
  path: string
  text: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every source file below the folders. */
export function readSources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })),
  )
}

/** The imports of a file, whether static, dynamic, of a type or for an effect. */
export function readImports({ path, text }: Source): Import[] {
  const statements = /\b(?:import|export)\s+(?:(type\s+)?([\w$*{}\s,]+?)\s+from\s+)?'([^']+)'/g
  const dynamic = /\bimport\(\s*['"`]([^'"`]+)['"`]/g
  return [
    ...[...text.matchAll(statements)].map(([, type, names = '', target = '']) => ({
      from: path,
      to: resolve(path, target),
      isTypeOnly: type !== undefined || /^\{(\s*type\s+[\w$]+(\s+as\s+\w+)?,?)+\s*\}$/.test(names),
    })),
    ...[...text.matchAll(dynamic)].map(([, target = '']) => ({
      from: path,
      to: resolve(path, target),
      isTypeOnly: false,
    })),
  ]
}

function resolve(path: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2)
  return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target
}
