/** Text with the words that were searched for marked. */
export function Marked(props: { runs: readonly { text: string; isMarked: boolean }[] }) {
  return (
    <>
      {props.runs.map(({ text, isMarked }, i) => (isMarked ? <mark key={i}>{text}</mark> : text))}
    </>
  )
}
