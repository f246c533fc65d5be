/** More than any library: a file of it all is read into memory. */
const largestFile = 512 * 1024 * 1024

/**
 * The text of a file, unpacked where it is gzip. UTF-8, unless a mark says UTF-16 or it cannot
 * be: then it is Windows-1252, as older tools write. Throws an Error for the reader.
 */
export async function decodeFile(file: Blob): Promise<string> {
  if (file.size > largestFile)
    throw new Error('The file has more than 512 MB, which is no library.')
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isGzip = first === 0x1f && second === 0x8b
  const bytes = isGzip ? await unzip(file) : await file.arrayBuffer()
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A backup of ours that is damaged in a place is UTF-8 all the same.
    const asUtf8 = new TextDecoder().decode(bytes)
    return /^\s*[{[]/.test(asUtf8) ? asUtf8 : new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Unpacks as much as can be: the end of a file that was cut short is missing, the rest is not. */
async function unzip(file: Blob): Promise<ArrayBuffer> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > largestFile) throw new RangeError('The file has more than 512 MB once unpacked.')
      pieces.push(value as Uint8Array<ArrayBuffer>)
    }
  } catch (error) {
    if (error instanceof RangeError) throw error
    if (pieces.length === 0)
      throw new Error('The file is damaged: it cannot be unpacked.', { cause: error })
  }
  return new Blob(pieces).arrayBuffer()
}
