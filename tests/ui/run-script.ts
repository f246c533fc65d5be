/** Runs a script of public/ as a page does that names it, to its end. */
export async function runScript(src: string): Promise<void> {
  const script = Object.assign(document.createElement('script'), { src })
  const loaded = new Promise((resolve) => {
    script.onload = resolve
  })
  document.body.append(script)
  await loaded
  script.remove()
}
