import { Fragment } from 'preact'
import { type Block, type Inline, parseMarkdown } from '@/lib/model/markdown.ts'
import { TexText } from '../tex/TexText.tsx'

/** A note as it is read: nodes made of its text, never HTML. */
export function Markdown({ text }: { text: string }) {
  return <Blocks blocks={parseMarkdown(text)} />
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <Fragment key={i}>{drawBlock(block)}</Fragment>
      ))}
    </>
  )
}

function drawBlock(block: Block) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.children} />
        </p>
      )
    case 'heading':
      // A heading of a note is none of the page's.
      return (
        <p class="note-heading">
          <Runs runs={block.children} />
        </p>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, i) => (
            <li key={i}>
              <Runs runs={item} />
            </li>
          ))}
        </List>
      )
    }
  }
}

function Runs({ runs }: { runs: readonly Inline[] }) {
  return (
    <>
      {runs.map((run, i) => (
        <Fragment key={i}>{drawRun(run)}</Fragment>
      ))}
    </>
  )
}

function drawRun(run: Inline) {
  if (typeof run === 'string') return run
  switch (run.kind) {
    case 'break':
      return <br />
    case 'code':
      return <code>{run.text}</code>
    case 'math':
      return <TexText text={run.text} />
    case 'strong':
      return (
        <strong>
          <Runs runs={run.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Runs runs={run.children} />
        </em>
      )
    case 'link':
      return (
        <a href={run.href} rel="noreferrer">
          <Runs runs={run.children} />
        </a>
      )
  }
}
