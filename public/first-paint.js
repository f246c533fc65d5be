// The way of the first frame. A new tab shows what Preact draws of the front page, but the first
// frame cannot wait for it: loading and running the modules takes longer than all the rest. So a
// page that is open draws the front page of the *next* new tab while it has nothing to do
// (entrypoints/newtab/first-paint/lay-ahead.ts) and lays its elements in `localStorage`, the only
// store that a page reads at once. This script makes those elements again, in the first task of
// the page; Preact takes them over (main.tsx). There is one renderer, and this is its copy.
//
// A copy says what it was drawn from (`of`) and until when it is true (`until`): after that a
// day has turned or a visit has ended. It is in the language that the browser had (`reader`). The
// truth is in `storage.local`, which is asked first and answers a moment later; a copy of anything
// else is taken away, and Preact draws the page.
//
// A classic script without imports, because modules wait for each other.

;(() => {
  const {
    i18n,
    storage: { local: storage },
  } = globalThis.browser ?? chrome
  // The build puts them here; in development the page loads them itself.
  const { texts, modules: paths, saved } = document.currentScript.dataset
  const modules = paths?.split(' ') ?? []
  const reader = i18n.getUILanguage()

  globalThis.firstPaint = { of, reader, build, painted, local: paint() }

  /** Paints the copy, if there is one, and looks whether it is true; then goes on. */
  async function paint() {
    const copy = paintCopy()
    if (!copy) return goOn()
    const facts = await storage.get(['published', 'visit', 'settings']).catch(() => ({}))
    if (copy.of === of(facts)) await painted()
    else document.getElementById('app').replaceChildren()
    return goOn()
  }

  function paintCopy() {
    try {
      const copy = readCopy()
      if (!copy) return undefined
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
    if (location.hash && location.hash !== '#/today') return undefined
    const copy = JSON.parse(localStorage.getItem('firstPaint'))
    return Date.now() < copy?.until && copy.reader === reader ? copy : undefined
  }

  /** All that a front page is drawn from, but the time. */
  function of({ published, visit, settings }) {
    const build = [modules[0], texts, reader]
    return JSON.stringify([build, published, visit?.previousEndedAt, settings])
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
    return storage.get(['frontPage', 'visit', 'settings', 'appearance'])
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
