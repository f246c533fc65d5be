import { vi } from 'vitest'

/**
 * How long `vi.waitFor` waits unless told otherwise (ms). Its own second is over before a machine
 * that does something else besides has come to what is waited for.
 */
const patienceMs = 10_000

const { waitFor } = vi
vi.waitFor = (check, options = patienceMs) => waitFor(check, options)
