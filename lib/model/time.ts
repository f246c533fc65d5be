/** True for milliseconds that can be written as a date: what comes from outside may be any number. */
export function isTime(ms: number): boolean {
  return ms >= 0 && ms <= 8.64e15
}
