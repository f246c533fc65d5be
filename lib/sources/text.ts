/** Folds every run of white space and control characters to one space and trims the ends. */
export function foldSpace(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
}
