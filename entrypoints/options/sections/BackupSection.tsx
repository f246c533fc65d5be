import { CiteMenu } from '@/components/cite/CiteMenu.tsx'
import { Row } from '@/components/settings/Row.tsx'
import { Section } from '@/components/settings/Section.tsx'
import { formatPapers, formatTime } from '@/lib/format.ts'
import type { Options, OptionsCommands } from '@/lib/state/options.ts'

/** The copies of what is saved, and ways to take it elsewhere. */
export function BackupSection(props: { options: Options; commands: OptionsCommands }) {
  const { options, commands } = props
  const backups = options.backups.value
  const saved = options.counts.value?.saved ?? 0
  return (
    <Section id="backup" title="Backup">
      {backups && (
        <Row label="Copies" hint={<Copies {...backups} />} keywords="restore import bring in">
          <a class="button" href="/library.html">
            Bring papers in, back up, restore
          </a>
        </Row>
      )}
      {saved > 0 && (
        <Row
          label="Export"
          hint="All saved papers, with their tags and notes, as BibTeX and other formats."
          keywords="bibtex ris csl json markdown"
        >
          <CiteMenu
            label="Export"
            what="all saved papers"
            onCite={(format, to) => commands.cite({ isAllSaved: true }, format, to)}
          />
        </Row>
      )}
    </Section>
  )
}

function Copies({ newest, weekly }: NonNullable<Options['backups']['value']>) {
  const now = Date.now()
  return (
    <>
      {newest
        ? `The last backup of what you save is of ${formatTime(newest.madeAt, now)} and holds ${formatPapers(newest.saved)}. `
        : 'What you save is copied every day, from the first save on. '}
      {weekly?.writtenAt !== undefined &&
        `The last weekly file is of ${formatTime(weekly.writtenAt, now)}. `}
      {!weekly && 'No file is written outside of this browser. '}
      {weekly?.failed && <strong role="alert">{weekly.failed.problem}</strong>}
    </>
  )
}
