import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useId, useLayoutEffect } from 'preact/hooks'
import { t } from '@/lib/i18n.ts'
import {
  type OperatorStart,
  operatorsAt,
  type SearchOperator,
} from '@/lib/model/search-operators.ts'
import { Operator } from './OperatorSheet.tsx'

/**
 * The operators that what is being typed may become, under the box: a combobox with a list, by
 * the ARIA practices. It stays out of the way: nothing is chosen until an arrow goes into the
 * list (or the arrow onwards, at the end of the text, takes the first), and Escape puts it away.
 */
export function OperatorHints({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const listId = useId()
  const typing = useTyping(box)
  const typed = typing.typed.value
  const chosen = typing.chosen.value
  const isOpen = typed !== undefined

  // The box is there before this list, and without it: so its role comes with the list.
  useLayoutEffect(() => {
    const field = box.current
    field?.setAttribute('role', 'combobox')
    field?.setAttribute('aria-autocomplete', 'list')
    field?.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) field?.setAttribute('aria-controls', listId)
    else field?.removeAttribute('aria-controls')
    if (isOpen && chosen >= 0) field?.setAttribute('aria-activedescendant', `${listId}-${chosen}`)
    else field?.removeAttribute('aria-activedescendant')
  }, [box, listId, isOpen, chosen])

  if (!typed) return null
  return (
    <div role="listbox" id={listId} class="operator-hints" aria-label={t('operators.label')}>
      {typed.operators.map((operator, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are heard in the box
        <div
          key={operator.name}
          role="option"
          id={`${listId}-${i}`}
          class="operator-hint"
          aria-selected={i === chosen}
          // The key that takes it, drawn by the style: it is no part of the option's name.
          data-key={
            i === Math.max(chosen, 0)
              ? chosen < 0
                ? onward[onwardKey(box.current)]
                : '⏎'
              : undefined
          }
          onMouseEnter={() => {
            typing.chosen.value = i
          }}
          // The click must not take the focus from the box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => typing.complete(operator)}
        >
          <Operator operator={operator} />
          <span class="operator-hint-text">{t(operator.hint)}</span>
        </div>
      ))}
    </div>
  )
}

const onward = { ArrowRight: '→', ArrowLeft: '←' }

/** The arrow that goes on in the text of a field: what is typed says which way that is. */
function onwardKey(field: HTMLInputElement | null): keyof typeof onward {
  return field && getComputedStyle(field).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
}

/** What is being typed in the box, and the keys that complete it. */
function useTyping(box: RefObject<HTMLInputElement | null>) {
  // Signals, because keys may come faster than what they change is drawn.
  const typed = useSignal<OperatorStart | undefined>(undefined)
  const chosen = useSignal(-1)

  function close(): void {
    typed.value = undefined
    chosen.value = -1
  }

  function complete(operator: SearchOperator): void {
    const field = box.current
    if (!field || !typed.value) return
    const { start, end } = typed.value
    // One that needs no value is whole: what is typed next is another word.
    const text = operator.name.endsWith(':') ? operator.name : `${operator.name} `
    field.setRangeText(text, start, end, 'end')
    close()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  function onInput(): void {
    const field = box.current
    const caret = field?.selectionEnd ?? 0
    chosen.value = -1
    typed.value = field?.selectionStart === caret ? operatorsAt(field.value, caret) : undefined
  }

  /** True when the key was for the list. */
  function press(key: string): boolean {
    const operators = typed.value?.operators ?? []
    const operator = operators[Math.max(chosen.value, 0)]
    if (!operator) return false
    const isAtEnd = box.current?.selectionStart === box.current?.value.length
    // Past either end the arrows are the page's again.
    if (key === 'ArrowDown' && chosen.value < operators.length - 1) chosen.value++
    else if (key === 'ArrowUp' && chosen.value >= 0) chosen.value--
    else if (key === 'Escape') close()
    else if (key === 'Enter' && chosen.value >= 0) complete(operator)
    else if (key === onwardKey(box.current) && isAtEnd) complete(operator)
    else {
      // The caret goes elsewhere, or the focus.
      if (key.length > 1 && !/^(Backspace|Delete|Shift)$/.test(key)) close()
      return false
    }
    return true
  }

  useLayoutEffect(() => {
    const field = box.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (!press(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    }
    field?.addEventListener('input', onInput)
    field?.addEventListener('keydown', onKeyDown)
    field?.addEventListener('blur', close)
    field?.addEventListener('pointerdown', close)
    // What was typed before anybody listened.
    if (field?.value && field === document.activeElement) onInput()
    return () => {
      field?.removeEventListener('input', onInput)
      field?.removeEventListener('keydown', onKeyDown)
      field?.removeEventListener('blur', close)
      field?.removeEventListener('pointerdown', close)
    }
  }, [box])

  return { typed, chosen, complete }
}
