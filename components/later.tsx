import { signal } from '@preact/signals'
import type { ComponentType, FunctionComponent } from 'preact'

/**
 * A component that lies in a chunk of its own. Until that has come `Meanwhile` is drawn, or
 * nothing; `load` fetches it ahead, so that it is there when it is first drawn.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile?: FunctionComponent<P>,
): FunctionComponent<P> & { load(): Promise<void> } {
  const loaded = signal<ComponentType<P> | undefined>(undefined)
  let underWay: Promise<void> | undefined
  const fetchOnce = () => {
    underWay ??= load().then((component) => {
      loaded.value = component
    })
    return underWay
  }
  const Later: FunctionComponent<P> = (props) => {
    const Component = loaded.value
    if (Component) return <Component {...props} />
    void fetchOnce()
    return Meanwhile ? <Meanwhile {...props} /> : null
  }
  return Object.assign(Later, { load: fetchOnce })
}
