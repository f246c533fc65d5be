/** What can be asked for besides words. */
export function SearchHelp(props: { operators: readonly { name: string; hint: string }[] }) {
  return (
    <dl class="search-help">
      {props.operators.map(({ name, hint }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{hint}</dd>
        </div>
      ))}
    </dl>
  )
}
