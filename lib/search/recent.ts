/** What was read last, by name; a read that failed is not kept. */
export class Recent<Value> {
  #kept = new Map<string, Promise<Value>>()
  #atMost: number

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  get(name: string, read: () => Promise<Value>): Promise<Value> {
    const value = this.#kept.get(name) ?? read()
    this.#kept.delete(name)
    this.#kept.set(name, value)
    value.catch(() => this.#kept.delete(name))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#atMost) break
      this.#kept.delete(oldest)
    }
    return value
  }
}
