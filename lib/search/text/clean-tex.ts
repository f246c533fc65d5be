/**
 * Text with its TeX taken down to words: `$`, braces and the commands' backslashes go,
 * `\textbf{word}` leaves the word and `\alpha` its name. It changes nothing without TeX.
 */
export function cleanTex(text: string): string {
  if (!/[\\$]/.test(text)) return text
  return text
    .replace(/\\(?:text|math|emph|mathrm|operatorname)[a-z]*\s*(?=\{)/gi, '')
    .replace(/\\[%&#_$]/g, ' ')
    .replace(/\\(?=[a-z])/gi, ' ')
    .replace(/[${}^_]/g, (mark) => (mark === '^' || mark === '_' ? '' : ' '))
}
