import { browser } from 'wxt/browser'
import { t } from '../i18n.ts'
import type { PutFile } from '../library/backup/weekly.ts'

/** Of the File System Access API, which TypeScript's library leaves out: Firefox has not got it. */
interface FolderAccess {
  queryPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>
}

type PickFolder = (options: {
  id: string
  mode: 'readwrite'
  startIn: 'documents'
}) => Promise<FileSystemDirectoryHandle>

/** The browser's folder picker; undefined where there is none. */
export function folderPicker(): PickFolder | undefined {
  return (globalThis as { showDirectoryPicker?: PickFolder }).showDirectoryPicker
}

/** True when a folder may be written to now. Browsers withdraw their leave from time to time. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission } = folder as FolderAccess
  return (
    !queryPermission || (await queryPermission.call(folder, { mode: 'readwrite' })) === 'granted'
  )
}

/** Asks the reader for leave to write into a folder; only on a click. */
export async function askForFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as FolderAccess
  return (await requestPermission?.call(folder, { mode: 'readwrite' })) === 'granted'
}

const downloads = { permissions: ['downloads' as const] }

/** Asks the reader for leave to put files among the downloads; only on a click. */
export function askForDownloads(): Promise<boolean> {
  return browser.permissions.request(downloads)
}

/** Writes a file into a folder, whole or not at all, or among the downloads without a question. */
export const putFile: PutFile = async (to, name, file) => {
  if (to.kind === 'downloads') return download(`Paperboy/${name}`, file)
  if (!(await mayWrite(to.handle))) {
    throw new Error(t('backups.leaveWithdrawn', { folder: to.handle.name }))
  }
  const handle = await to.handle.getFileHandle(name, { create: true })
  // What is written becomes the file when it is closed: one that is cut off leaves the old one.
  const stream = await handle.createWritable()
  await stream.write(file)
  await stream.close()
}

async function download(filename: string, file: Blob): Promise<void> {
  if (!(await browser.permissions.contains(downloads))) {
    throw new Error(t('backups.downloadsWithdrawn'))
  }
  const url = URL.createObjectURL(file)
  try {
    await browser.downloads.download({ url, filename, saveAs: false, conflictAction: 'overwrite' })
  } finally {
    // The browser reads it after it has said that it began.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }
}
