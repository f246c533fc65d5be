import { h, type VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { type MathNode, toMathml } from '@/lib/math/to-mathml.ts'

/** Longer ones (characters of TeX) may need to be moved sideways where lines are short. */
const longFormula = 48

/** A formula as MathML; `source`, as it was written, where it cannot be read. */
export function Formula(props: { tex: string; source: string; isDisplay: boolean }) {
  const { tex, source, isDisplay } = props
  const math = useMemo(() => toMathml(tex, isDisplay), [tex, isDisplay])
  if (!math) return <>{source}</>
  return (
    <span
      class={tex.length > longFormula || isDisplay ? 'formula is-long' : 'formula'}
      data-tex={source}
    >
      {draw(math)}
    </span>
  )
}

function draw(node: MathNode): VNode | string {
  if (typeof node === 'string') return node
  return h(node.name, node.attributes, ...node.children.map(draw))
}
