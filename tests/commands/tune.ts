// `npm run tune`: what each parameter of the ranking does to known items, one at a time, and
// where a search along each in turn ends.
await import('../support/i18n/in-plain-node.ts')
await import('../bench/tune.ts')
