/**
 * A 32-bit checksum (FNV-1a over 32-bit words, then the bytes left): quick enough to be
 * worked out at every read, and enough to tell a block that was cut or overwritten.
 */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  const { length } = bytes
  const whole = length - (length % 4)
  for (let i = 0; i < whole; i += 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24)
    hash = Math.imul(hash ^ word, 0x01000193)
    // The multiplication carries upwards only; this brings high bits down again.
    hash ^= hash >>> 15
  }
  for (let i = whole; i < length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return (hash ^ length) >>> 0
}
