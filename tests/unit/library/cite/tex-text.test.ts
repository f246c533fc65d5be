import { expect, test } from 'vitest'
import { capitalsOf } from '../../../../lib/library/cite/protect-capitals.ts'
import { plainText } from '../../../../lib/library/cite/tex-text.ts'
import { toTex } from '../../../../lib/library/cite/write-tex.ts'

test.each([
  ['a title, its words, and its TeX', 'A Plain Title', 'A Plain Title', 'A Plain Title'],
  ['what TeX reads as something else', '50% & #1_a', '50% & #1_a', '50\\% \\& \\#1\\_a'],
  ['what is escaped already', '50\\% \\& \\$5', '50% & $5', '50\\% \\& \\$5'],
  ['mathematics', 'On $O(n)$ sets', 'On $O(n)$ sets', 'On {$O(n)$} sets'],
  ['mathematics in small letters', '$\\alpha_{1}$', '$\\alpha_{1}$', '$\\alpha_{1}$'],
  ['a per cent in mathematics', '$5%$', '$5%$', '$5\\%$'],
  ['money', 'From $5 to $10', 'From $5 to $10', 'From \\$5 to \\$10'],
  ['one dollar', 'For 1$: Repair', 'For 1$: Repair', 'For 1\\$: Repair'],
  ['mathematics that would break a field', '$\\{x$', '${x$', '\\$\\textbraceleft{}x\\$'],
  ['a power outside of mathematics', 'M^2C', 'M^2C', 'M\\textasciicircum{}2C'],
  ['dashes', 'A -- B--C', 'A -- B--C', 'A -- B--C'],
  [
    'accents',
    "Poincar\\'e, Erd\\H{o}s, \\c{C}a, \\'{\\i}",
    'Poincaré, Erdős, Ça, í',
    'Poincaré, Erdős, Ça, í',
  ],
  ['letters of all scripts', 'Ünïcode μ 深度 z̲', 'Ünïcode μ 深度 z̲', 'Ünïcode μ 深度 z̲'],
  ['styles', '\\textit{Ci} and \\emph{x}', 'Ci and x', '\\textit{Ci} and \\emph{x}'],
  ['a command nobody knows', '\\ECUAS{n}: a', '\\ECUASn: a', '\\textbackslash{}ECUAS{n}: a'],
  ['braces', 'The {BERT} Way', 'The BERT Way', 'The {BERT} Way'],
  ['a brace without another', 'Open { here', 'Open { here', 'Open \\textbraceleft{} here'],
  ['a tie, and a tilde', 'OWL~2 ~ x', 'OWL 2 ~ x', 'OWL~2 \\textasciitilde{} x'],
  ['tags', '<think> | a', '<think> | a', '\\textless{}think\\textgreater{} \\textbar{} a'],
  ['space and control characters', ' a\n\tb\u0000c ', 'a b c', 'a b c'],
  ['a line’s end', 'PCBA \\\\ via', 'PCBA via', 'PCBA via'],
])('%s', (_what, title, words, tex) => {
  expect(plainText(title)).toBe(words)
  expect(toTex(title)).toBe(tex)
})

test.each([
  ['BERT and LLaMA-2 for 3D GPTs', '', '{BERT} and {LLaMA}-2 for {3D} {GPTs}'],
  ['A Survey of X-ray Views', '', 'A Survey of {X}-ray Views'],
  ['A Bayesian View', 'We take a Bayesian view.', 'A {Bayesian} View'],
  ['A Bayesian View', 'Bayesian views are taken.', 'A Bayesian View'],
  ['Sparse Transformers', 'In a Sparse world, sparse wins.', 'Sparse Transformers'],
  ['{BERT} Again', '', '{BERT} Again'],
])('capitals of %j that a style may not change', (title, abstract, tex) => {
  expect(toTex(title, capitalsOf(abstract))).toBe(tex)
})
