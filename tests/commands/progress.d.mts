export function elapsed(milliseconds: number): string

export function step<T>(
  title: string,
  work: (say: (note: string) => void) => Promise<T>,
): Promise<T>

export class CommandError extends Error {
  constructor(command: string, code: string, output: string)
  output: string
}

export function run(
  command: string,
  args: string[],
  options?: { env?: NodeJS.ProcessEnv; onLine?: (line: string) => void; shell?: boolean },
): Promise<string>
