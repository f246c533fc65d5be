import { expect, test } from 'vitest'
import { written } from '../../../lib/model/written.ts'

test.each([
  ['Do Models Read, or Guess? – “L2” at 4×', 'ltr', undefined],
  ['Do Models Read, or Guess? – “Yes”', 'ltr', 'en'],
  ['$\\alpha_2$-Divergence', 'ltr', 'en'],
  ['Apprentissage fédéré', 'ltr', undefined],
  ['大模型会读还是会猜？', 'ltr', undefined],
  ['2026: هل تقرأ النماذج؟ BERT', 'rtl', undefined],
  ['BERT: هل تقرأ النماذج؟', 'ltr', undefined],
  ['', 'ltr', 'en'],
])('%j runs %s, in the language %s', (text, dir, lang) => {
  expect(written(text)).toEqual({ dir, lang })
})
