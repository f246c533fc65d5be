import { t } from '@/lib/i18n.ts'

/** A site that is visited often. */
export interface TopSite {
  url: string
  title: string
}

/** The sites that are visited most, each with the first letter of its name: no picture is asked for. */
export function TopSites({ sites }: { sites: readonly TopSite[] }) {
  return (
    <nav class="top-sites" aria-label={t('strip.topSites')}>
      {sites.map(({ url, title }) => (
        <a key={url} href={url} title={title}>
          <span class="top-site-letter" aria-hidden="true">
            {[...title][0]?.toLocaleUpperCase()}
          </span>
          <span class="top-site-name">{title}</span>
        </a>
      ))}
    </nav>
  )
}
