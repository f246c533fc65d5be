import { expect, test } from 'vitest'
import { MarkedTex } from '@/components/search/MarkedTex.tsx'
import { TexText } from '@/components/tex/TexText.tsx'
import { mount } from './mount.ts'
import '@/components/tex/tex.css'

const mathSpace = 'http://www.w3.org/1998/Math/MathML'

test('a formula is shown as it is written first, then in its place as MathML', async () => {
  const bounds = String.raw`Bounds of $O(\frac{n}{2})$ for all`
  const root = mount(<TexText text={bounds} />)
  expect(root.textContent).toBe(bounds)
  await expect.poll(() => root.querySelector('math')).toBeTruthy()
  const math = root.querySelector('math') as Element
  expect(math.namespaceURI).toBe(mathSpace)
  expect(math.querySelector('mfrac')?.namespaceURI).toBe(mathSpace)
  expect(root.textContent).toMatch(/^Bounds of [^$\\]+ for all$/)
  // The fraction is really laid out as one: its parts stand one above the other.
  const [above, below] = math.querySelector('mfrac')?.children ?? []
  expect(above?.getBoundingClientRect().bottom).toBeLessThanOrEqual(
    (below?.getBoundingClientRect().top ?? 0) + 1,
  )
})

test('what cannot be read stays as it was written', async () => {
  const root = mount(<TexText text={String.raw`A $\unknown{x}$ and L_2`} />)
  await expect.poll(() => root.querySelector('sub')?.textContent).toBe('2')
  await expect.poll(() => root.textContent).toBe(String.raw`A $\unknown{x}$ and L2`)
  expect(root.querySelector('math')).toBeNull()
})

test('markup in a text stays text', async () => {
  const root = mount(
    <TexText text={'<img src=x onerror=alert(1)> \\textbf{<b>} $\\text{<i>}$ x^{<s>}'} />,
  )
  await expect.poll(() => root.querySelector('sup')).toBeTruthy()
  expect(root.querySelector('img, b, i, s')).toBeNull()
})

test('a mark holds the whole of a formula that it touches, and words letter by letter', async () => {
  const runs = [
    { text: 'the $\\mathcal{L}_{', isMarked: false },
    { text: 'rate', isMarked: true },
    { text: '}$ of ', isMarked: false },
    { text: 'A^2', isMarked: true },
    { text: 'Search', isMarked: false },
  ]
  const root = mount(
    <p>
      <MarkedTex runs={runs} />
    </p>,
  )
  await expect.poll(() => root.querySelector('math')).toBeTruthy()
  const marked = [...root.querySelectorAll('mark')]
  expect(marked[0]?.querySelector('math')).toBeTruthy()
  expect(marked.slice(1).map((mark) => mark.textContent)).toEqual(['A', '2'])
  expect(root.textContent).toMatch(/^the .+ of A2Search$/)
})
