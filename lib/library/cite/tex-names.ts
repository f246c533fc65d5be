import type { Name, Names } from './names.ts'
import { escapeTex } from './write-tex.ts'

/**
 * An author field. Names are in the order people write them, as arXiv has them, wherever BibTeX
 * then reads the same parts; otherwise family, suffix, given.
 */
export function texNames({ names, hasOthers }: Names): string {
  return [...names.map(texName), ...(hasOthers ? ['others'] : [])].join(' and ')
}

function texName(name: Name): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`
  const { given, particle, family, suffix } = name
  const isOneWord = !/[\s,]/.test(family)
  if (!given && !particle && !suffix)
    return isOneWord ? escapeTex(family) : `{${escapeTex(family)}}`
  const isNatural = isOneWord && !suffix && !/(^|\s)\p{Ll}/u.test(given ?? '')
  if (isNatural) return escapeTex([given, particle, family].filter(Boolean).join(' '))
  const braced = isOneWord ? escapeTex(family) : `{${escapeTex(family)}}`
  const sorted = particle ? `${escapeTex(particle)} ${braced}` : braced
  return [sorted, suffix && escapeTex(suffix), given && escapeTex(given)].filter(Boolean).join(', ')
}
