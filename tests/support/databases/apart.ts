// A thread of tests is a browser of its own: the writes of another are nothing to its pages. To
// be loaded before Dexie, which tells them to whoever shares the process.
Reflect.deleteProperty(globalThis, 'BroadcastChannel')
