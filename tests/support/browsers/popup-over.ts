/** Evaluates source text in the popup; the value of it, or of its promise, is plain data. */
export type EvaluateInPopup = (source: string) => Promise<unknown>

/** The popup over a page, as a click on the action opens it: the page is its current tab. */
export interface PopupOver {
  evaluate<R, A>(work: (arg: A) => R, arg: A): Promise<Awaited<R>>
  /** Waits until the popup shows text that matches. */
  waitForText(pattern: RegExp): Promise<string>
  /** Presses the button whose name begins so, once there is one. */
  press(name: string): Promise<void>
  /** Waits until the paper of the page is marked as saved. */
  waitForSaved(): Promise<void>
  /** Chromium only. */
  screenshot(path: string, theme?: 'light' | 'dark'): Promise<void>
  close(): Promise<void>
}

export function wrapPopup(
  runInPopup: EvaluateInPopup,
  rest: Pick<PopupOver, 'screenshot' | 'close'>,
): PopupOver {
  const run = (source: string) => answered(runInPopup(source))
  const evaluate: PopupOver['evaluate'] = (work, arg) =>
    run(`(${work})(${JSON.stringify(arg) ?? ''})`) as never
  const read = () => run('document.body?.innerText ?? ""').then(String, String)
  return {
    evaluate,
    async waitForText(pattern) {
      let text = ''
      await until(String(pattern), async () => {
        text = await read()
        return pattern.test(text)
      })
      return text
    },
    press: (name) => until(`a button named ${name}`, () => evaluate(pressButton, name)),
    waitForSaved: () =>
      until('the mark of a saved paper', () =>
        evaluate((css) => document.querySelector(css) !== null, '.page-paper [aria-pressed=true]'),
      ),
    ...rest,
  }

  async function until(what: string, check: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 10_000
    while (!(await check().catch(() => false))) {
      if (Date.now() > deadline) throw new Error(`No ${what} in the popup:\n${await read()}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** A popup that goes, or loads another page, while it is asked never answers. */
function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The popup does not answer.')), 5_000)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function pressButton(name: string): boolean {
  const nameOf = (each: Element) => each.getAttribute('aria-label') ?? each.textContent ?? ''
  const buttons = [...document.querySelectorAll('button')]
  const button = buttons.find((each) => nameOf(each).startsWith(name))
  button?.click()
  return button !== undefined
}
