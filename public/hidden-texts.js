// The hidden pages that the background works in have, in Chromium, no `chrome.i18n`:
// https://developer.chrome.com/docs/extensions/reference/api/offscreen. What they write is in the
// reader's language all the same, so here are the texts, from the extension's own files. Their
// address says the language of the texts, and that of the browser, as in `ahead.html#en/en-GB`. The
// modules behind ask for a text as soon as they run; nobody sees these pages, so they can wait.

;(() => {
  if (chrome.i18n) return
  const [language = 'en', reader = language] = location.hash.slice(1).split('/')
  const request = new XMLHttpRequest()
  request.open('GET', `/_locales/${language.replace('-', '_')}/messages.json`, false)
  request.send()
  const texts = JSON.parse(request.responseText)
  const i18n = {
    getMessage: (key) => texts[key]?.message ?? '',
    getUILanguage: () => reader,
  }
  // Newer ones have both names, each for an object of its own.
  for (const api of [globalThis.browser, chrome]) if (api) api.i18n = i18n
})()
