import type { Signal } from '@preact/signals'
import type { Database } from '../db/database.ts'
import { type CollectionCommands, collectionCommands } from './send-to-collection.ts'
import { type ZoteroCommands, zoteroCommands } from './send-to-zotero.ts'
import type { SendView } from './send-view.ts'

/** What a reader can do to send papers elsewhere. */
export interface SendCommands {
  zotero: ZoteroCommands
  collection: CollectionCommands
}

/** The commands of a page, of which there must be one set: they remember what is half done. */
export function sendCommands(db: Database, view: Signal<SendView>): SendCommands {
  return { zotero: zoteroCommands(db, view), collection: collectionCommands(db, view) }
}
