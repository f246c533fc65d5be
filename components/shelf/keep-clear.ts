import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** How near to the end of the window a bar is in the way of what floats there (px). */
const floating = 120

/**
 * Tells the page's style how much of the window's end a bar takes (`--clear-of`), whatever it
 * shows, so that what floats there stands above it.
 */
export function useKeepClear(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const { style } = document.documentElement
    const measure = () => {
      const { top, bottom } = element.getBoundingClientRect()
      const isInTheWay = bottom > innerHeight - floating && top < innerHeight
      style.setProperty('--clear-of', isInTheWay ? `${Math.round(innerHeight - top)}px` : '0px')
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    addEventListener('scroll', measure, { passive: true })
    addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', measure)
      removeEventListener('resize', measure)
      style.removeProperty('--clear-of')
    }
  }, [])
}
