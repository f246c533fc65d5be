import type { AxeResults, RunOptions } from 'axe-core'

/** All of axe's rules for WCAG 2.2 A and AA, and its best practices. */
export const allRules: RunOptions = {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
}

/** What depends on the theme alone. */
export const themeRules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** AAA, for what is read at length. */
export const readingRules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast-enhanced'] },
  rules: { 'color-contrast-enhanced': { enabled: true } },
}

/** What was found, a line each. */
export function describeViolations({ violations }: Pick<AxeResults, 'violations'>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(';').trim()
      return `${id} at ${target.join(' ')}: ${why}`
    }),
  )
}
