/** About what WebP needs for a figure to be clear, and text in it a texture. */
const quality = 0.75

/**
 * Makes a picture small enough to keep: so many pixels wide, or as wide as it is, as WebP (JPEG
 * where the browser cannot write that). Undefined for what is no picture. Needs a browser.
 */
export async function shrinkPicture(
  blob: Blob,
  width: number,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer>; width: number } | undefined> {
  const whole = await createImageBitmap(blob).catch(() => undefined)
  if (!whole) return undefined
  const wide = Math.min(width, whole.width)
  const tall = Math.max(1, Math.round((whole.height * wide) / whole.width))
  // One that it draws itself from 1200 pixels to 360 a browser makes rough.
  const small = await createImageBitmap(whole, {
    resizeWidth: wide,
    resizeHeight: tall,
    resizeQuality: 'high',
  })
  whole.close()
  const canvas = new OffscreenCanvas(wide, tall)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  // A figure with a clear ground is meant for white paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, wide, tall)
  context.drawImage(small, 0, 0, wide, tall)
  small.close()
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality })
  const shrunk =
    webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return { type: shrunk.type, bytes: new Uint8Array(await shrunk.arrayBuffer()), width: wide }
}
