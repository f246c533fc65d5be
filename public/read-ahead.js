// Asks for what the first paint needs while the page's modules are still being loaded: the
// answer takes about as long as they do. A classic script, because modules wait for each other.
globalThis.readAhead = (globalThis.browser ?? chrome).storage.local.get([
  'frontPage',
  'visit',
  'settings',
])
