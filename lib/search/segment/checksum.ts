/**
 * A 32-bit checksum (FNV-1a over 32-bit words, then the bytes left): quick enough to be
 * worked out at every read, and enough to tell a block that was cut or overwritten.
 */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  const { length } = bytes
  const whole = length - (length % 4)
  // Words as the machine has them: no index is read on another machine than wrote it. The copy
  // is for bytes that do not begin where a word does.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, whole / 4)
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ (words[i] as number), 0x01000193)
    // The multiplication carries upwards only; this brings high bits down again.
    hash ^= hash >>> 15
  }
  for (let i = whole; i < length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return (hash ^ length) >>> 0
}
