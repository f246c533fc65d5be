import { t } from '../../i18n.ts'
import { largestFileMb } from '../../model/largest-file.ts'

// The text of a file is held as a whole while it is looked through.
const largestFile = largestFileMb * 1024 * 1024

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

/**
 * The text of a file, unpacked where it is gzip; its bytes are let go as they are read. UTF-8,
 * unless a mark says UTF-16 or it cannot be: then it is Windows-1252, as older tools write.
 * Throws an Error for the reader.
 */
export async function decodeFile(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isGzip = first === 0x1f && second === 0x8b
  if (file.size > largestFile) throw tooLarge('unreadable.tooLarge')
  const read = (decoder: TextDecoder) =>
    isGzip
      ? readText(file.stream().pipeThrough(new DecompressionStream('gzip')) as Bytes, decoder, true)
      : readText(file.stream() as Bytes, decoder, false)
  if (first === 0xff && second === 0xfe) return read(new TextDecoder('utf-16le'))
  if (first === 0xfe && second === 0xff) return read(new TextDecoder('utf-16be'))
  try {
    return await read(new TextDecoder('utf-8', { fatal: true }))
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error
  }
  // A backup of ours that is damaged in a place is UTF-8 all the same.
  const asUtf8 = await read(new TextDecoder())
  return /^\s*[{[]/.test(asUtf8) ? asUtf8 : read(new TextDecoder('windows-1252'))
}

class NotUtf8Error extends Error {
  override name = 'NotUtf8Error'
}

function tooLarge(why: 'unreadable.tooLarge' | 'unreadable.tooLargeUnpacked'): Error {
  return new Error(t(why, { size: largestFileMb }))
}

/** Of what is packed, as much as can be: the end of a file that was cut short is missing, the rest is not. */
async function readText(stream: Bytes, decoder: TextDecoder, isPacked: boolean): Promise<string> {
  const reader = stream.getReader()
  const next = async () => {
    try {
      return (await reader.read()).value
    } catch (cause) {
      if (!isPacked) throw cause
      if (size === 0) throw new Error(t('unreadable.cannotUnpack'), { cause })
      return undefined
    }
  }
  let text = ''
  let size = 0
  for (let piece = await next(); piece; piece = await next()) {
    size += piece.length
    if (size > largestFile) {
      void reader.cancel()
      throw tooLarge('unreadable.tooLargeUnpacked')
    }
    text += decode(decoder, piece)
  }
  return text + decode(decoder)
}

function decode(decoder: TextDecoder, piece?: Uint8Array<ArrayBuffer>): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch (cause) {
    throw new NotUtf8Error('It is no UTF-8.', { cause })
  }
}
