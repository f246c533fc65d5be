import './controls.css'

/** One of a few, side by side: radio buttons that look like parts of one button. */
export function Choice<Value extends string | number>(props: {
  /** Names the group for the browser; of one page no two are the same. */
  name: string
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}) {
  const { name, label, value, options, onChange } = props
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
