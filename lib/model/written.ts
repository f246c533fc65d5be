/**
 * What a page has to know of a text from outside that stands among texts of its own, as
 * attributes: where its lines begin, as `dir="auto"` has it, and its language, for the voice that
 * reads it. Nearly all papers are in English, and nearly all other languages need more letters.
 */
export function written(text: string): { dir: 'ltr' | 'rtl'; lang: 'en' | undefined } {
  // From Hebrew to the second block of Arabic.
  const dir = /^[^a-z]*[\u0590-\u08ff]/i.test(text) ? 'rtl' : 'ltr'
  return { dir, lang: /^[ -~\u2010-\u205e]*$/.test(text) ? 'en' : undefined }
}
