// Dresses the page as the reader chose (lib/state/appearance.ts) before its first frame, so that
// no night edition begins with a white one. In the new tab it is a part of first-paint.js.
;(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('appearance'))
    for (const field in chosen) document.documentElement.dataset[field] = chosen[field]
  } catch (error) {
    // No storage, or nothing that can be read: the page dresses itself a moment later.
    console.warn('Paperboy could not dress the page ahead:', error)
  }
})()
