import { t } from './i18n.ts'

/** Why an answer of the feed could not be used, in the reader's words. */
export class FeedError extends Error {
  override name = 'FeedError'
  /** The HTTP status, where there was one. */
  readonly status?: number
  /** Not before this instant (ms), by the source's own word. */
  readonly retryAt?: number

  constructor(
    message: string,
    options: { status?: number; retryAt?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.status = options.status
    this.retryAt = options.retryAt
  }

  /**
   * True when the source as a whole is in trouble, so that asking on would not help now.
   * A 4xx is about the one question (429 is not).
   */
  get isOutage(): boolean {
    return !(this.status !== undefined && this.status < 500 && this.status !== 429)
  }
}

/** What went wrong in words, whatever was thrown. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Dexie wraps what the browser threw, or is named as that is.
  const { inner } = error as { inner?: unknown }
  const isFull = [error, inner].some((each) => Object(each).name === 'QuotaExceededError')
  return isFull ? t('save.full') : error.message
}
