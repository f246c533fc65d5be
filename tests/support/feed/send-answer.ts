import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { Fault } from './faults.ts'

const json = 'application/json; charset=utf-8'
const dripMs = 200
const floodChunk = ' '.repeat(64 * 1024)

/** Puts an answer on the wire as it is. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  sendText(response, answer, JSON.stringify(answer.body))
}

/** Puts an answer on the wire with one thing wrong; `fault` says which. */
export function sendFaulty(response: ServerResponse, answer: Answer, fault: Fault): void {
  if (typeof fault === 'string') senders[fault](response, answer)
  else if (fault.kind === 'mangle') sendRecords(response, answer, fault.change)
  else sendStatus(response, fault.status, fault.retryAfterSeconds)
}

const senders: Record<Extract<Fault, string>, typeof sendAnswer> = {
  html: (response, answer) => sendText(response, answer, signInPage, 'text/html; charset=utf-8'),
  'truncated-json': (response, answer) =>
    sendText(response, answer, firstHalf(JSON.stringify(answer.body))),
  reset: sendAndHangUp,
  object: (response, answer) => sendAnswer(response, { ...answer, body: { papers: answer.body } }),
  'empty-array': (response, answer) => sendRecords(response, answer, () => []),
  half: (response, answer) => sendRecords(response, answer, firstHalf),
  endless: drip,
  flood,
  // The request stays open until its reader loses patience or the server closes.
  silent: () => {},
}

const signInPage = `<!doctype html>
<html lang="en"><title>Sign in to the network</title><p>Please sign in to use this network.</p></html>
`

function sendStatus(response: ServerResponse, status: number, retryAfterSeconds?: number): void {
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds)
  sendAnswer(response, { status, body: { error: `The feed was told to answer ${status}` } })
}

function sendText(response: ServerResponse, answer: Answer, text: string, type = json): void {
  response.writeHead(answer.status, { ...answer.headers, 'Content-Type': type })
  response.end(text)
}

/** An answer that is no array, such as a single paper, goes out untouched. */
function sendRecords(
  response: ServerResponse,
  answer: Answer,
  change: (records: unknown[]) => unknown,
): void {
  const { body } = answer
  // The records belong to the source, and other requests will want them whole.
  const changed = Array.isArray(body) ? change(structuredClone(body)) : body
  sendAnswer(response, { ...answer, body: changed })
}

function sendAndHangUp(response: ServerResponse, answer: Answer): void {
  const text = JSON.stringify(answer.body)
  const length = Buffer.byteLength(text)
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Type': json,
    'Content-Length': length,
  })
  // Destroyed once the half is on its way; before that, the reader would not even see a status.
  response.write(firstHalf(text), () => response.destroy())
}

function drip(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'Content-Type': json })
  const timer = setInterval(() => response.write(' '), dripMs)
  response.once('close', () => clearInterval(timer))
}

function flood(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'Content-Type': json })
  const pour = (): void => {
    if (response.destroyed) return
    if (response.write(floodChunk)) setImmediate(pour)
    else response.once('drain', pour)
  }
  pour()
}

function firstHalf<T extends string | unknown[]>(whole: T): T {
  return whole.slice(0, Math.floor(whole.length / 2)) as T
}
