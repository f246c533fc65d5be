let isPressed = false

for (const [type, pressed] of [
  ['pointerdown', true],
  ['pointerup', false],
  ['pointercancel', false],
] as const) {
  addEventListener(
    type,
    () => {
      isPressed = pressed
    },
    true,
  )
}

/**
 * Does something that moves what is on the page: not between the press and the release of a
 * button, which would then be released beside what it was pressed on.
 */
export function afterPress(work: () => void): void {
  if (!isPressed) {
    work()
    return
  }
  const released = new AbortController()
  for (const type of ['pointerup', 'pointercancel']) {
    addEventListener(
      type,
      () => {
        released.abort()
        setTimeout(work)
      },
      { signal: released.signal },
    )
  }
}
