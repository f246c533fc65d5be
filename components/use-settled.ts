import { useEffect, useState } from 'preact/hooks'

/** A pause after which a text counts as settled (ms): longer than that between two letters. */
const pauseMs = 500

/**
 * False while a text goes on changing. Said as `aria-busy` of a live region, so that what comes of
 * a word is read out once and not of each of its letters.
 */
export function useSettled(text: string): boolean {
  const [settled, settle] = useState(text)
  useEffect(() => {
    if (settled === text) return
    const timer = setTimeout(() => settle(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, settled])
  return settled === text
}
