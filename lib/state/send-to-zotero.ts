import type { Signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import type { Database } from '../db/database.ts'
import { markArrived, putIntoOutbox, readOutbox, takeOutOfOutbox } from '../db/outbox.ts'
import { papersToSend } from '../db/papers-to-send.ts'
import { t } from '../i18n.ts'
import { readLocal } from '../local-store.ts'
import type { SentPaper } from '../model/sent-paper.ts'
import { describeZotero } from '../send/describe-zotero.ts'
import type { SendReport } from '../send/send-report.ts'
import {
  planZoteroRun,
  runZotero,
  type ZoteroMemory,
  type ZoteroRun,
} from '../send/send-to-zotero.ts'
import { zoteroPort } from '../send/zotero-port.ts'
import { leaveOut, notBegun, type SendView, turnTo } from './send-view.ts'

export interface ZoteroCommands {
  /** Only on a click: the first time, the browser asks whether Zotero may be talked to. */
  send(ids: readonly string[]): Promise<void>
  /** Sends what the last run left, and nothing twice. */
  goOn(): Promise<void>
  /** Ends it after the batch that is on its way. */
  stop(): void
}

/** Zotero's server on this machine; match patterns know no ports. */
const zoteroOrigin = { origins: ['http://127.0.0.1/*'] }

/** The commands of a page; they keep `view` true. */
export function zoteroCommands(db: Database, view: Signal<SendView>): ZoteroCommands {
  let run: ZoteroRun | undefined
  let pending: readonly SentPaper[] = []
  let abort: AbortController | undefined
  const report = (zotero: SendReport) => {
    view.value = { ...view.value, zotero: leaveOut(zotero, pending) }
  }
  const isRunning = () => view.value.zotero?.state === 'running'

  return {
    async send(ids) {
      // First of all, while the browser still knows that this is the reader's click.
      const leave = askForLeave()
      if (isRunning()) return
      turnTo(view, ids)
      try {
        // Half done, the same papers are gone on with: sent anew, some would be there twice.
        if (run && view.value.zotero?.state === 'stopped') return await goOn(await leave)
        const found = await papersToSend(db, ids)
        pending = found.pending
        run = planZoteroRun(found.papers, await readOutbox(db, ids))
        await goOn(await leave)
      } catch (error) {
        report(notBegun(error))
      }
    },
    async goOn() {
      const leave = askForLeave()
      if (!isRunning()) await goOn(await leave).catch((error) => report(notBegun(error)))
    },
    stop: () => abort?.abort(),
  }

  async function goOn(hasLeave: boolean): Promise<void> {
    if (!run || isRunning()) return
    if (!hasLeave) return report({ ...describeZotero(run, false), problem: t('zotero.noLeave') })
    abort = new AbortController()
    const onStep = (step: ZoteroRun) => report(describeZotero(step, true))
    onStep(run)
    const { settings } = await readLocal('settings')
    const port = settings?.zoteroPort ?? zoteroPort
    run = await runZotero(run, { port, memory: memoryOf(db), onStep, signal: abort.signal })
    report(describeZotero(run, false))
  }
}

function memoryOf(db: Database): ZoteroMemory {
  return {
    onTheWay: (session, ids) => putIntoOutbox(db, session, ids),
    arrived: (session, ids, hadSession) => markArrived(db, session, ids, hadSession),
    forget: (ids) => takeOutOfOutbox(db, ids),
  }
}

async function askForLeave(): Promise<boolean> {
  try {
    return await browser.permissions.request(zoteroOrigin)
  } catch {
    // Not within a click: it may have been given before.
    return browser.permissions.contains(zoteroOrigin)
  }
}
