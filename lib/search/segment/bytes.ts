/** What fits beside another number in one byte; this value itself says that more follows. */
export const mostInPair = 15

const encoder = new TextEncoder()

/** The bytes that a text takes in UTF-8: as many as it has units where it is ASCII, else more. */
export function utf8Length(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return encoder.encode(text).length
  }
  return text.length
}

/** Grows as it is written to. Numbers are LEB128 varints: seven bits a byte, low bits first. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.length++] = value
  }

  /** A whole number from 0 to 2³² − 1. */
  varint(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#bytes[this.length++] = rest
  }

  /** Two whole numbers, in one byte when both are below 15; what is above follows as varints. */
  pair(a: number, b: number): void {
    this.byte((Math.min(a, mostInPair) << 4) | Math.min(b, mostInPair))
    if (a >= mostInPair) this.varint(a - mostInPair)
    if (b >= mostInPair) this.varint(b - mostInPair)
  }

  bytes(values: Uint8Array): void {
    this.#reserve(values.length)
    this.#bytes.set(values, this.length)
    this.length += values.length
  }

  /** Text in UTF-8, in as many bytes as {@link utf8Length} says. */
  text(value: string, length: number): void {
    this.#reserve(length)
    // Most is ASCII, and short: an encoder is slow to call.
    if (length === value.length) {
      for (let i = 0; i < length; i++) this.#bytes[this.length + i] = value.charCodeAt(i)
    } else encoder.encodeInto(value, this.#bytes.subarray(this.length))
    this.length += length
  }

  /** What was written, in memory of its own. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  /** A view of what was written, good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + count))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads numbers that {@link ByteWriter} wrote. Past the end there are zeros, so that it ends. */
export class ByteReader {
  readonly #data: Uint8Array
  at = 0

  constructor(data: Uint8Array) {
    this.#data = data
  }

  /** The whole number of which a pair's byte holds this much. */
  ofPair(part: number): number {
    return part === mostInPair ? part + this.varint() : part
  }

  varint(): number {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = this.#data[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
      shift += 7
    }
  }
}
