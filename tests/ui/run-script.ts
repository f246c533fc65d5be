/** Runs a script of public/ as a page does that names it, to its end. */
export async function runScript(src: string, data: Record<string, string> = {}): Promise<void> {
  const script = Object.assign(document.createElement('script'), { src })
  Object.assign(script.dataset, data)
  const loaded = new Promise((resolve) => {
    script.onload = resolve
  })
  document.body.append(script)
  await loaded
  script.remove()
}
