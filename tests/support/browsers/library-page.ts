import type { ExtensionPage } from './browser.ts'

/** Chooses a file on the library page, as the picker would hand it over. */
export async function giveFile(page: ExtensionPage, name: string, text: string): Promise<void> {
  await page.waitFor(() => document.querySelector('input[type=file]') !== null, undefined, {
    what: 'the field for a file',
  })
  await page.evaluate(
    ({ name, text }) => {
      const field = document.querySelector('input[type=file]') as HTMLInputElement
      const files = new DataTransfer()
      files.items.add(new File([text], name))
      field.files = files.files
      field.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { name, text },
  )
}

/** Presses the first button with this text, once it is there. */
export async function pressButton(page: ExtensionPage, text: string): Promise<void> {
  await page.waitFor(
    (text) => {
      const buttons = [...document.querySelectorAll('button')]
      const button = buttons.find((each) => each.textContent?.trim() === text && !each.disabled)
      button?.click()
      return button !== undefined
    },
    text,
    { what: `the button “${text}”` },
  )
}
