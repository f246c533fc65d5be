/** The fields of a paper that are searched. Each is a bit of a posting's mask. */
export const fieldBits = { abs: 1, title: 2, author: 4, org: 8, tag: 16 } as const

export type Field = keyof typeof fieldBits

/** The mask of a posting that says nothing of its fields: most words stand in abstracts. */
export const usualMask = fieldBits.abs
