import { readLocal, type WelcomeStep, watchLocal, writeLocal } from '../local-store.ts'

/** Follows how far the reader is with the first steps, in every tab at once. */
export function watchWelcome(onStep: (step: WelcomeStep | undefined) => void): void {
  void readLocal('welcome').then(({ welcome }) => onStep(welcome?.step))
  watchLocal('welcome', (welcome) => onStep(welcome?.step))
}

/** Goes to a step; `done` is for good. */
export function goToStep(step: WelcomeStep): Promise<void> {
  return writeLocal({ welcome: { step } })
}
