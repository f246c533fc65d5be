// `npm run tune:peers`: the setting in which MiniSearch finds most, so that the bench compares
// with what it can do.
await import('../support/i18n/in-plain-node.ts')
await import('../bench/tune-peers.ts')
