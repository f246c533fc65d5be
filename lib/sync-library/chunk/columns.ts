/**
 * A column of whole numbers up to 2⁵³, as they are written one after the other: how many bytes
 * each takes in one list, four bits each, and the bytes in another, so that deflate finds like
 * beside like.
 */
export class NumberColumn {
  readonly #lengths: number[] = []
  readonly #bytes: number[] = []

  push(value: number): void {
    let length = 0
    for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) {
      this.#bytes.push(rest % 256)
      length++
    }
    this.#lengths.push(length)
  }

  /** Whole numbers of either sign: those near 0 are small. */
  pushSigned(value: number): void {
    this.push(value < 0 ? -value * 2 - 1 : value * 2)
  }

  write(to: number[]): void {
    writeNumber(to, this.#lengths.length)
    writeNumber(to, this.#bytes.length)
    for (let i = 0; i < this.#lengths.length; i += 2) {
      to.push(((this.#lengths[i] ?? 0) << 4) | (this.#lengths[i + 1] ?? 0))
    }
    for (const byte of this.#bytes) to.push(byte)
  }
}

/** Reads a {@link NumberColumn}. Throws a RangeError when more is asked of it than it has. */
export class NumberReader {
  readonly #lengths: Uint8Array
  readonly #bytes: Uint8Array
  readonly #count: number
  #next = 0
  #at = 0

  constructor(from: ByteSource) {
    this.#count = from.number()
    const byteCount = from.number()
    this.#lengths = from.take(Math.ceil(this.#count / 2))
    this.#bytes = from.take(byteCount)
  }

  pull(): number {
    if (this.#next >= this.#count) throw new RangeError('A column is too short.')
    const pair = this.#lengths[this.#next >> 1] ?? 0
    const length = this.#next++ % 2 === 0 ? pair >> 4 : pair & 15
    if (this.#at + length > this.#bytes.length) throw new RangeError('A column is too short.')
    let value = 0
    for (let i = length - 1; i >= 0; i--) value = value * 256 + (this.#bytes[this.#at + i] ?? 0)
    this.#at += length
    return value
  }

  pullSigned(): number {
    const value = this.pull()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
}

/** Bytes that are read from their beginning on. */
export class ByteSource {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Throws a RangeError where there are fewer. */
  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('It ends too early.')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const [byte = 0] = this.take(1)
      value += (byte & 0x7f) * scale
      if (byte < 128) return value
      if (scale > 2 ** 42) throw new RangeError('A number has no end.')
    }
  }
}

/** A whole number in seven bits a byte, low bits first. */
export function writeNumber(to: number[], value: number): void {
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) to.push((rest % 128) | 0x80)
  to.push(rest)
}
