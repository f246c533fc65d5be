// The hidden page that Chromium syncs a WebDAV folder in has no `chrome.i18n`:
// https://developer.chrome.com/docs/extensions/reference/api/offscreen. What went wrong is told in
// the reader's language all the same, so here are the texts, from the extension's own files. The
// modules behind ask for one as soon as they run; nobody sees this page, so it can wait for them.

;(() => {
  if (chrome.i18n) return
  const language = navigator.language
  const names = [language.replaceAll('-', '_'), language.split('-')[0], 'en']
  const texts = names.reduce((found, name) => found ?? read(name), undefined)
  const i18n = {
    getMessage: (key) => texts?.[key]?.message ?? '',
    getUILanguage: () => language,
  }
  // Newer ones have both names, each for an object of its own.
  for (const api of [globalThis.browser, chrome]) if (api) api.i18n = i18n

  function read(name) {
    try {
      const request = new XMLHttpRequest()
      request.open('GET', `/_locales/${name}/messages.json`, false)
      request.send()
      return JSON.parse(request.responseText)
    } catch {
      // There is no file for this language.
      return undefined
    }
  }
})()
