import { type RemoteFile, WebdavError, type WebdavFolder } from '../../../lib/sources/webdav.ts'

/** A WebDAV folder in memory, with ETags that bind, and faults on demand. */
export class FakeFolder implements WebdavFolder {
  files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; etag: string }>()
  /** What was done, in order, such as `write paperboy-….json.gz`. */
  log: string[] = []
  /** Runs before each write: to write in between, or to throw. */
  beforeWrite?: (name: string) => void
  hasEtags = true
  #count = 0

  async list(): Promise<RemoteFile[]> {
    this.log.push('list')
    return [...this.files].map(([name, { etag }]) => ({ name, etag: this.hasEtags ? etag : '' }))
  }

  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    this.log.push(`read ${name}`)
    const file = this.files.get(name)
    if (!file) throw new WebdavError('not there', { status: 404 })
    return file.bytes
  }

  async write(
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    etag: string | undefined,
  ): Promise<void> {
    this.beforeWrite?.(name)
    this.log.push(`write ${name}`)
    const there = this.files.get(name)
    const isAllowed = etag === '' || (etag === undefined ? !there : there?.etag === etag)
    if (!isAllowed) throw new WebdavError('conflict', { status: 412 })
    this.put(name, bytes)
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name)
  }

  put(name: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.files.set(name, { bytes, etag: `"${++this.#count}"` })
  }

  get writes(): number {
    return this.log.filter((line) => line.startsWith('write')).length
  }
}
