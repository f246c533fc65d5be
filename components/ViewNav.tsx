import { t } from '@/lib/i18n.ts'
import { formatRoute, type Route } from '@/lib/model/route.ts'

/** The views one goes to from anywhere. */
export function ViewNav(props: {
  items: { label: string; route: Route; note?: string }[]
  current: Route['view']
}) {
  return (
    <nav class="views" aria-label={t('views.label')}>
      {props.items.map(({ label, route, note }) => (
        <a
          key={label}
          href={formatRoute(route)}
          aria-current={route.view === props.current ? 'page' : undefined}
        >
          <span class="views-label" data-label={label}>
            {label}
          </span>
          {note && <span class="views-note"> {note}</span>}
        </a>
      ))}
    </nav>
  )
}
