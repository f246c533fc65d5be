/** Hands a file to the browser's own download, which asks the reader for nothing else. */
export function offerDownload(made: { name: string; file: Blob } | undefined): void {
  if (!made) return
  const url = URL.createObjectURL(made.file)
  const link = document.createElement('a')
  link.href = url
  link.download = made.name
  link.click()
  // The browser reads it after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
