import { useEffect, useState } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'

/** The sections by name; that which is read is marked. */
export function SectionNav({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const [current, setCurrent] = useState(sections[0]?.id)
  useEffect(() => {
    const follow = () => setCurrent(sectionAtTop(sections.map(({ id }) => id)))
    follow()
    addEventListener('scroll', follow, { passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow)
      removeEventListener('resize', follow)
    }
  }, [sections])
  return (
    <nav class="settings-nav" aria-label={t('settings.sections')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is above this line (px) has been read. */
const lineOfReading = 160

function sectionAtTop(ids: readonly string[]): string | undefined {
  const { scrollHeight } = document.documentElement
  // The last are too short to reach the top.
  if (scrollY > 0 && innerHeight + scrollY >= scrollHeight - 2) return ids.at(-1)
  const passed = ids.filter((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top
    return top !== undefined && top <= lineOfReading
  })
  return passed.at(-1) ?? ids[0]
}
