import { t } from '@/lib/i18n.ts'
import { operators, type SearchOperator, wordForms } from '@/lib/model/search-operators.ts'

/** What can be asked for: the forms of words, and every operator. */
export function OperatorSheet() {
  return (
    <dl class="operator-sheet">
      {[...wordForms, ...operators].map((operator) => (
        <div key={operator.name}>
          <dt>
            <Operator operator={operator} />
          </dt>
          <dd>{t(operator.hint)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An operator as it is typed, with a value that might follow. */
export function Operator({ operator }: { operator: SearchOperator }) {
  return (
    <code>
      {operator.name}
      {operator.example && <i>{operator.example}</i>}
    </code>
  )
}
