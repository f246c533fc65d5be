// `npm run tune:peers`: the setting in which MiniSearch finds most, so that the bench compares
// with what it can do.
await import('../bench/tune-peers.ts')
