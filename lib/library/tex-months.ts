/** The names of months that BibTeX's styles know, January first. */
export const texMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
