// The way of the first frame. The new tab and the popup show what Preact draws, but the first frame
// cannot wait for it: loading and running the modules takes longer than all the rest. So a page
// that is open draws what the *next* one will first show while it has nothing to do, or at once
// where it had no copy itself (entrypoints/first-paint/lay-ahead.ts), and lays its elements in
// `localStorage`, the only store that a page reads at once. When other papers came and no tab is
// open, the background has a hidden page do it (entrypoints/ahead). This script makes those elements
// again, in the first task of the page; Preact takes them over (main.tsx). There is one renderer,
// and this is its copy.
//
// A copy says what it was drawn from (`of`) and until when it is true (`until`): after that a
// day has turned or a visit has ended. It is in the language that the browser had (`reader`). The
// truth is in `storage.local`, which answers a moment later. A new tab does not wait for that: a
// copy of anything else is taken away, and Preact draws the page. The popup asks first, since it
// has to hear which page it was opened on: a paper that is shown there comes before all others.
//
// A classic script without imports, because modules wait for each other.

;(() => {
  const { i18n, storage, tabs } = globalThis.browser ?? chrome
  // The build puts these here; in development the page loads the modules itself.
  const { page, build: version, modules: paths, saved } = document.currentScript.dataset
  const modules = paths?.split(' ') ?? []
  const reader = i18n.getUILanguage()
  const isPopup = page === 'popup'
  /** Where papers are: what exactly is one is told by lib/model/paper-address.ts, a moment later. */
  const paperSites =
    /arxiv|alphaxiv|ar5iv|huggingface|\/\/hf\.co|openreview|aclanthology|aclweb|doi\.org/
  const tab = isPopup
    ? tabs.query({ active: true, currentWindow: true }).then(
        ([tab]) => tab,
        () => undefined,
      )
    : undefined

  const shared = { typed: '', of, reader, build, painted, tab }
  globalThis.firstPaint = shared
  // Who types at once does not wait for the box.
  if (isPopup) {
    addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
      const isText = key.length === 1 && !ctrlKey && !metaKey && !altKey
      if (isText && target === document.body) shared.typed += key
    })
  }
  // A hidden page paints nothing: it lays ahead.
  if (page !== 'ahead') shared.local = isPopup ? paintTrue() : paint()

  /** Paints the copy, if there is one, and looks whether it is true; then goes on. */
  async function paint() {
    const copy = paintCopy()
    if (!copy) return goOn()
    const { published, visit, settings } = await facts('published', 'visit', 'settings')
    if (copy.of === of({ published: published?.stamp, visit, settings })) await painted()
    else document.getElementById('app').replaceChildren()
    return goOn()
  }

  /** Paints the copy if it is true, and no paper is in the tab in front; then goes on. */
  async function paintTrue() {
    const { published, settings } = await facts('published', 'settings')
    const now = of({ published: published?.popup, settings })
    const { url = '' } = (await tab) ?? {}
    const mayBePaper = url.startsWith(settings?.endpoint ?? '-') || paperSites.test(url)
    if (mayBePaper || !paintCopy((copy) => copy.of === now)) return goOn()
    const box = document.querySelector('input')
    box.value = shared.typed
    box.focus()
    await painted()
    return goOn()
  }

  function facts(...names) {
    return storage.local.get(names).catch(() => ({}))
  }

  function paintCopy(isTrue = () => true) {
    try {
      const copy = readCopy()
      if (!copy || !isTrue(copy)) return undefined
      Object.assign(document.documentElement, { lang: copy.lang, dir: copy.dir })
      document.title = copy.title
      document.getElementById('app').append(build(copy.tree))
      return copy
    } catch (error) {
      // No storage, or nothing that can be read: Preact draws the page.
      console.warn('Paperboy could not paint ahead:', error)
    }
  }

  function readCopy() {
    if (!isPopup && location.hash && location.hash !== '#/today') return undefined
    const copy = JSON.parse(localStorage.getItem(isPopup ? 'firstPopup' : 'firstPaint'))
    return Date.now() < copy?.until && copy.reader === reader ? copy : undefined
  }

  /** All that a page is drawn from, but the time. */
  function of({ published, visit, settings }) {
    return JSON.stringify([[version, reader], published, visit?.previousEndedAt, settings])
  }

  /** Makes an element of what `toTree` made of one: its text is text, whatever it says. */
  function build(tree, space = 'http://www.w3.org/1999/xhtml') {
    if (typeof tree === 'string') return document.createTextNode(tree)
    const [name, attributes, children] = tree
    // A formula has names of its own.
    if (name === 'math') space = 'http://www.w3.org/1998/Math/MathML'
    const element = document.createElementNS(space, name)
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute])
    for (const child of children) element.appendChild(build(child, space))
    return element
  }

  /** Loads the modules, and asks for what they start from. */
  function goOn() {
    // The saved papers need more, and the first of them are read meanwhile (first-rows.js).
    const more = location.hash === '#/saved' ? saved?.split(' ') : []
    for (const href of [...modules, ...(more ?? [])]) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
      )
    }
    if (modules.length > 0) {
      const script = { type: 'module', src: modules[0] }
      document.head.append(Object.assign(document.createElement('script'), script))
    }
    return storage.local.get(['frontPage', 'visit', 'settings', 'appearance'])
  }

  /**
   * Waits until the papers are on the screen, not only the paper they stand on: modules that load
   * before would hold them up. A tab behind others is not painted until it is seen.
   */
  function painted() {
    return new Promise((resolve) => {
      new PerformanceObserver((list) => {
        if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
      }).observe({ type: 'paint', buffered: true })
      setTimeout(resolve, 250)
    })
  }
})()
