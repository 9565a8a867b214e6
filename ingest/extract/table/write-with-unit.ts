const SCALE = /^(?:k|m|mn|mio|bn|thousand|million|billion|mil|millón|millones)$/i

/** Ways to write a figure with the unit of its header, likeliest first: "2500 t/a", "USD 12 million" for `USD million`. */
export function* writeWithUnit(figure: string, unit: string): Generator<string> {
  const words = unit.split(/\s+/)
  const scale = words.filter((word) => SCALE.test(word)).join(' ')
  const rest = words.filter((word) => !SCALE.test(word)).join(' ')
  yield `${figure} ${unit}`
  yield `${figure}${unit}`
  if (scale) yield `${rest} ${figure} ${scale}`
  if (scale) yield `${figure} ${scale} ${rest}`
  yield `${unit} ${figure}`
}
