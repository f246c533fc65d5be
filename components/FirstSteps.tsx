import type { ComponentChildren } from 'preact'
import { t } from '@/lib/i18n.ts'
import { type Appearance, type AppearanceField, appearanceChoices } from '@/lib/model/appearance.ts'
import type { KeyRow } from '@/lib/model/keys.ts'
import { Key } from './Key.tsx'
import { appearanceWords } from './settings/appearance-words.ts'
import { Choice } from './settings/Choice.tsx'

/**
 * Two quiet steps at the edge of the page, for whoever is here for the first time. They take no
 * focus and wait for nothing; what is chosen shows at once on the page itself.
 */
export function FirstSteps(props: {
  step: 'look' | 'keys'
  appearance: Appearance
  keys: readonly KeyRow[]
  onChoose: <Field extends AppearanceField>(field: Field, value: Appearance[Field]) => void
  /** On to the keys, or to the end. */
  onGo: (step: 'keys' | 'done') => void
}) {
  const { step, appearance, keys, onChoose, onGo } = props
  const isLook = step === 'look'
  return (
    <aside class="first-steps" aria-labelledby="first-steps-title">
      <p class="first-steps-count">{t(isLook ? 'firstSteps.oneOfTwo' : 'firstSteps.twoOfTwo')}</p>
      <h2 id="first-steps-title">{t(isLook ? 'firstSteps.look' : 'firstSteps.keys')}</h2>
      {isLook ? <Look appearance={appearance} onChoose={onChoose} /> : <Keys keys={keys} />}
      <p class="first-steps-buttons">
        {/* The same in both steps, so that it keeps the focus from one to the next. */}
        <button type="button" class="button" onClick={() => onGo(isLook ? 'keys' : 'done')}>
          {t(isLook ? 'firstSteps.next' : 'firstSteps.done')}
        </button>
        {isLook && (
          <button type="button" class="first-steps-skip" onClick={() => onGo('done')}>
            {t('firstSteps.skip')}
          </button>
        )}
      </p>
    </aside>
  )
}

function Look({
  appearance,
  onChoose,
}: Pick<Parameters<typeof FirstSteps>[0], 'appearance' | 'onChoose'>) {
  const fields = ['edition', 'density', 'textSize'] as const
  return (
    <>
      {fields.map((field) => (
        <Line key={field} label={t(appearanceWords[field].label)}>
          <Choice
            name={`first-${field}`}
            label={t(appearanceWords[field].label)}
            value={appearance[field] as string}
            options={appearanceChoices[field].map((value) => ({
              value,
              label: t(appearanceWords[field].names[value as never]),
            }))}
            onChange={(value) => onChoose(field, value as never)}
          />
        </Line>
      ))}
      <p class="first-steps-hint">{t('firstSteps.lookHint')}</p>
    </>
  )
}

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="first-steps-line">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

function Keys({ keys }: { keys: readonly KeyRow[] }) {
  return (
    <dl class="first-steps-keys">
      {keys.map(({ keys: each, label }) => (
        <div key={label}>
          <dt>
            {each.map((key) => (
              <Key key={key} chord={key} />
            ))}
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}
