type Format = 'deflate' | 'gzip'

export function compress(
  bytes: Uint8Array<ArrayBuffer>,
  format: Format,
): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream(format))
}

/** Rejects what is damaged or cut: both formats end in a checksum; and what unfolds past a limit. */
export function decompress(
  bytes: Uint8Array<ArrayBuffer>,
  format: Format,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new DecompressionStream(format), maxBytes)
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > maxBytes) {
      void reader.cancel()
      throw new RangeError('It unfolds to more than it may.')
    }
    parts.push(part.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
