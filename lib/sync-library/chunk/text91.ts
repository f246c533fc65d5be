// Every printable character of ASCII that JSON writes as one byte, in Chromium's hand too (which
// writes `<` as six): 91 of them, so that two hold 13 bits. Letters of two or three bytes hold
// less for their size.
const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i))
  .filter((letter) => !'"\\<'.includes(letter))
  .join('')
const values = new Map([...letters].map((letter, value) => [letter, value]))
const base = letters.length
const bitsOfPair = 13
/** What a single letter at the end holds, so that no byte too many comes back. */
const bitsOfLast = 6

/** Bytes as text, 16 characters for 13 bytes. */
export function toText91(bytes: Uint8Array): string {
  const parts: string[] = []
  let bits = 0
  let held = 0
  const put = () => {
    const pair = bits & 0x1fff
    parts.push(`${letters[pair % base]}${letters[Math.floor(pair / base)]}`)
  }
  for (const byte of bytes) {
    bits |= byte << held
    held += 8
    if (held < bitsOfPair) continue
    put()
    bits >>>= bitsOfPair
    held -= bitsOfPair
  }
  if (held > bitsOfLast) put()
  else if (held > 0) parts.push(letters.charAt(bits))
  return parts.join('')
}

/** What {@link toText91} was given. Throws a TypeError for text that it did not make. */
export function fromText91(text: string): Uint8Array<ArrayBuffer> {
  const isOdd = text.length % 2 === 1
  const bitCount = Math.floor(text.length / 2) * bitsOfPair + (isOdd ? bitsOfLast : 0)
  const bytes = new Uint8Array(Math.floor(bitCount / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < text.length; i += 2) {
    const isLast = i + 1 === text.length
    bits |= (numberAt(text, i) + (isLast ? 0 : numberAt(text, i + 1) * base)) << held
    held += isLast ? bitsOfLast : bitsOfPair
    while (held >= 8) {
      bytes[at++] = bits & 0xff
      bits >>>= 8
      held -= 8
    }
  }
  return bytes
}

function numberAt(text: string, at: number): number {
  const value = values.get(text.charAt(at))
  if (value === undefined) throw new TypeError('The text is not ours.')
  return value
}
