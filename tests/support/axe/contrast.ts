/** Red, green and blue, each from 0 to 1. */
type Colour = readonly [number, number, number]

/** Reads `#rrggbb`, and what a browser says a colour is: `rgb(…)`, `color(srgb …)`. */
function readColour(text: string): Colour {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1]
  const parts = hex
    ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    : (text.match(/[\d.]+(e-\d+)?/g) ?? []).map(
        (part) => Number(part) / (text.includes('srgb') ? 1 : 255),
      )
  const [red, green, blue] = parts
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`No colour: ${text}`)
  return [red, green, blue]
}

/** WCAG 2's contrast ratio, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((each) => luminance(readColour(each)))
    .sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
