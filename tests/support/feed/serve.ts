import { parseArgs } from 'node:util'
import { feedDateAt } from '../../../lib/model/feed-date.ts'
import { isCalendarDate } from './calendar.ts'
import { startFeedServer } from './feed-server.ts'
import { type FeedSource, openFeed } from './feed-source.ts'

const usage =
  'node tests/support/feed/serve.ts [--port N] [--newest YYYY-MM-DD|today] [--feed recorded|sample]'

function readArguments(): {
  port: number
  newest: string | undefined
  feed: FeedSource['name'] | undefined
} {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      newest: { type: 'string' },
      feed: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port}: a number from 0 to 65535 is expected`)
  }
  const newest = values.newest === 'today' ? feedDateAt(new Date()) : values.newest
  if (newest !== undefined && !isCalendarDate(newest)) {
    throw new Error(`--newest ${newest}: YYYY-MM-DD or "today" is expected`)
  }
  const { feed } = values
  if (feed !== undefined && feed !== 'recorded' && feed !== 'sample') {
    throw new Error(`--feed ${feed}: "recorded" or "sample" is expected`)
  }
  return { port, newest, feed }
}

try {
  const { port, newest, feed } = readArguments()
  const server = await startFeedServer({ source: openFeed(feed), newest, port })
  const { name, dates } = server.source
  console.log(server.url)
  console.log(
    `The ${name} feed: ${dates.length} days, ${dates[0]} to ${dates.at(-1)}. Ctrl+C stops.`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close())
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
  process.exitCode = 1
}
